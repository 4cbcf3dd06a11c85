import fc from 'fast-check';
import { expect, it } from 'vitest';
import { playSchema, ways } from './play-schema.js';
import { pairs } from './random-schemas.js';

it.each(Object.keys(ways) as (keyof typeof ways)[])(
  'random schemas by way of %s: the simulator answers each at the first asking, and the value is what the partials grew to',
  async (way) => {
    await fc.assert(
      fc.asyncProperty(pairs, fc.nat(), async (pair, seed) => {
        const { answer, last, isBilled } = await playSchema(pair, way, seed);
        expect(pair.check(answer.value, '$')).toEqual([]);
        expect(answer.attempts).toBe(1);
        expect(last).toEqual(answer.value);
        expect(isBilled).toBe(true);
      }),
      { numRuns: 40 },
    );
  },
);
