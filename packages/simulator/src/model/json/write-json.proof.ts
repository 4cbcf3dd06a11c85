import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFacts } from '../draw/facts.js';
import { sourceOf } from '../draw/source.js';
import { compileSchema } from './compile-schema.js';
import { looseSchemas, prompts, strictSchemas } from './fixtures/schemas.js';
import { violations } from './fixtures/validator.js';
import { writeJson } from './write-json.js';

const prose = [['A loop repeats. ', 'A “loop” '], ['It ends.\n']] as const;

it('5,000 schemas of the subset, each with a prompt and a throw of dice, are all kept', () => {
  const cases = fc.oneof(
    strictSchemas.map((schema) => ({ schema, strict: true })),
    looseSchemas.map((schema) => ({ schema, strict: false })),
  );
  fc.assert(
    fc.property(cases, prompts, fc.nat(50), ({ schema, strict }, prompt, dice) => {
      const source = sourceOf(readFacts(prompt), prose);
      const { segments } = writeJson(compileSchema(schema, strict), source);
      const text = segments
        .map((segment, place) => segment[(dice + place) % segment.length])
        .join('');
      expect(violations(schema, JSON.parse(text))).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
}, 600_000);
