import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readArguments } from './read-arguments.js';

const schema = z.object({ city: z.string(), days: z.number().max(7).optional() });

describe('arguments', () => {
  it.each(['', '  ', '{}'])('%j is an object without members', async (text) => {
    expect(await readArguments(text, undefined)).toEqual({ value: {} });
    expect(await readArguments(text, z.object({}))).toEqual({ value: {} });
  });

  it('are what the schema makes of them', async () => {
    const dated = z.object({ day: z.iso.date().transform((day) => new Date(day)) });
    expect(await readArguments('{"day":"2026-01-02"}', dated)).toEqual({
      value: { day: new Date('2026-01-02') },
    });
  });

  it('that do not fit: every fault with its place, so that one repair is enough', async () => {
    const read = await readArguments('{"city":5,"days":9}', schema);
    expect(read).toEqual({
      problem: expect.stringMatching(
        /^The arguments do not fit the parameters:\n- city: .+\n- days: .+$/,
      ),
    });
  });

  it('with very many faults: the first ten, each of a length that can be read', async () => {
    const list = z.object({ items: z.array(z.string().regex(/^a$/, 'x'.repeat(1_000))) });
    const text = JSON.stringify({ items: Array(25).fill('b') });
    const read = await readArguments(text, list);
    const lines = 'problem' in read ? read.problem.split('\n') : [];
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toBe('- and 15 more');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(310);
  });

  it.each(['[1]', '"x"', 'null', '5', 'true'])('%s is no object', async (text) => {
    expect(await readArguments(text, undefined)).toEqual({
      problem: 'The arguments are no JSON object. Send one.',
    });
  });

  it.each([
    '{"__proto__":{"isAdmin":true}}',
    '{"city":"Oslo","a":[{"b":{"__proto__":1}}]}',
    '{"\\u005f_proto__":1}',
  ])('%s is refused with and without a schema', async (text) => {
    const refused = { problem: expect.stringContaining('__proto__') };
    expect(await readArguments(text, undefined)).toEqual(refused);
    expect(await readArguments(text, z.looseObject({}))).toEqual(refused);
  });

  it('a hundred levels deep are read, deeper ones are refused without a stack overflow', async () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(await readArguments(nested(100), undefined)).toHaveProperty('value');
    for (const levels of [101, 200_000]) {
      expect(await readArguments(nested(levels), schema)).toEqual({
        problem: expect.stringContaining('more than 100 levels deep'),
      });
    }
  });

  it('any text is a value or a problem in words, and nothing else', async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const read = await readArguments(text, schema);
        if ('problem' in read) expect(read.problem.length).toBeGreaterThan(0);
        else expect(schema.safeParse(read.value).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
