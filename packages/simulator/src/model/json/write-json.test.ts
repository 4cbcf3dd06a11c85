import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../text/template.js';
import { readFacts } from '../draw/facts.js';
import { sourceOf } from '../draw/source.js';
import { compileSchema } from './compile-schema.js';
import { looseSchemas, prompts, strictSchemas } from './fixtures/schemas.js';
import { violations } from './fixtures/validator.js';
import { writeJson } from './write-json.js';

const prose = segmentsOf(
  '[[A loop|A “for” loop]] repeats.\nIt "ends"[[!|.]] Then \\ it is [[done|over]].',
);

/** Every combination that a throw of dice may give, by the index that each place takes. */
function written(schema: object, strict: boolean, prompt: string, throwOf: number): string {
  const { segments } = writeJson(compileSchema(schema, strict), sourceOf(readFacts(prompt), prose));
  return segments
    .map((segment, place) => segment[(throwOf * (place + 1)) % segment.length])
    .join('');
}

describe('JSON that is written for a schema', () => {
  it('conforms to any strict schema, whatever the prompt and the dice', () => {
    fc.assert(
      fc.property(strictSchemas, prompts, fc.nat(50), (schema, prompt, dice) => {
        expect(violations(schema, JSON.parse(written(schema, true, prompt, dice)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('conforms to any other schema of the subset', () => {
    fc.assert(
      fc.property(looseSchemas, prompts, fc.nat(50), (schema, prompt, dice) => {
        expect(violations(schema, JSON.parse(written(schema, false, prompt, dice)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the dice a choice where the prompt does', () => {
    const schema = {
      type: 'object',
      properties: { colour: { enum: ['red', 'blue'] } },
      required: ['colour'],
    };
    const { segments } = writeJson(compileSchema(schema, false), sourceOf(readFacts('Pick one')));
    expect(segments).toEqual([['{"colour":'], ['"red"', '"blue"'], ['}']]);
    expect(written(schema, false, 'The blue one', 0)).toBe('{"colour":"blue"}');
  });

  it('holds the authored answer with its own choices, escaped', () => {
    const schema = {
      type: 'object',
      properties: { answer: { type: 'string' } },
      required: ['answer'],
    };
    const { segments } = writeJson(compileSchema(schema, false), sourceOf(readFacts(''), prose));
    expect(segments).toHaveLength(7);
    expect(JSON.parse(written(schema, false, '', 0))).toEqual({
      answer: 'A loop repeats.\nIt "ends"! Then \\ it is done.',
    });
  });
});
