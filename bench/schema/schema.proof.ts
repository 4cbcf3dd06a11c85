import fc from 'fast-check';
import { expect, it } from 'vitest';
import { playSchema } from './play-schema.js';
import { pairs } from './random-schemas.js';

it('5,000 random schemas, strict, loose and in a message: each value is valid at the first asking, and billed as the provider has it', async () => {
  const ways = fc.constantFrom('json_schema' as const, 'json_object' as const);
  let strict = 0;
  await fc.assert(
    fc.asyncProperty(pairs, ways, fc.nat(), async (pair, way, seed) => {
      const { answer, last, isBilled, format } = await playSchema(pair, way, seed);
      expect(pair.check(answer.value, '$')).toEqual([]);
      expect(answer.attempts).toBe(1);
      expect(last).toEqual(answer.value);
      expect(isBilled).toBe(true);
      if (format?.type === 'json_schema' && format.json_schema.strict) strict++;
    }),
    { numRuns: 5_000 },
  );
  expect(strict).toBeGreaterThan(1_500);
}, 600_000);
