import { inspect } from 'node:util';
import type { ChatCompletion } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { jsonSchemaOf } from './json-schema-of.js';
import { mismatch, noJson } from './schema-mismatch.js';

const schema = z
  .object({
    items: z.array(z.object({ price: z.number().min(0), kind: z.enum(['a', 'b']).optional() })),
    counts: z.record(z.string(), z.int().max(9)),
    mail: z.email().nullable(),
    again: z.lazy(() => z.string().array()).optional(),
  })
  .refine(({ items }) => items.length < 3, {
    error: ({ input }) => `too many: ${JSON.stringify(input)}`,
  });

const secret = 'canary in an answer';

function completionOf(value: unknown): ChatCompletion {
  const message = { role: 'assistant', content: JSON.stringify(value), refusal: null } as const;
  const choices = [{ index: 0, message, finish_reason: 'stop' as const, logprobs: null }];
  return { id: 'c', object: 'chat.completion', created: 1, model: 'm', choices };
}

function mismatchOf(value: unknown) {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return mismatch(completionOf(value), issues, jsonSchemaOf(schema));
}

describe('what is said of an answer that does not fit', () => {
  it.each<[unknown, string]>([
    [
      { items: [{ price: -1 }], counts: {}, mail: null },
      'items[0].price (expected number, minimum 0)',
    ],
    [
      { items: [{ price: 1, kind: secret }], counts: {}, mail: null },
      'items[0].kind (expected string, one of 2 values)',
    ],
    [{ items: [], counts: { [secret]: 10 }, mail: null }, 'counts.* (expected integer, maximum 9)'],
    [{ items: [], counts: {}, mail: secret }, 'mail (expected string or null, format email)'],
    [{ items: [], counts: {} }, 'mail (expected string or null, format email)'],
    [{ items: [], counts: {}, mail: null, again: [1] }, 'again[0] (expected string)'],
    [
      { items: Array(3).fill({ price: 1 }), counts: { [secret]: 1 }, mail: null },
      'the whole (expected object)',
    ],
  ])('the place and what was expected there', (value, said) => {
    const { error } = mismatchOf(value);
    expect(error.message).toBe(`The answer does not fit the schema: ${said}.`);
  });

  it('three places, and how many more', () => {
    const { error } = mismatchOf({ items: [{}, {}, {}, {}, {}], counts: {}, mail: null });
    expect(error.message).toContain('items[2].price (expected number, minimum 0); and 2 more.');
  });

  it('nothing of the answer is in the error or in what is printed of it, and all of it in its partial', () => {
    const value = {
      items: [{ price: secret }],
      counts: { [secret]: secret },
      mail: secret,
      [secret]: 1,
    };
    for (const { error } of [mismatchOf(value), noJson(completionOf(value))]) {
      const printed =
        inspect(error, { depth: 10 }) + JSON.stringify(error) + error.stack + error.fix;
      expect(printed).not.toContain(secret);
      expect(error.partial?.choices[0]?.message.content).toContain(secret);
    }
  });

  it('the model is told what the schema says, of ten things at most, each in 300 characters at most', () => {
    expect(mismatchOf({ items: [{ price: 'x' }], counts: {}, mail: null }).advice).toBe(
      'That does not fit:\n- items.0.price: Invalid input: expected number, received string',
    );
    const { advice } = mismatchOf({ items: Array(50).fill({}), counts: {}, mail: null });
    expect(advice.split('\n')).toHaveLength(11);
    const long = mismatchOf({
      items: Array(9).fill({ price: 1 }),
      counts: { a: 1 },
      mail: null,
      b: secret.repeat(99),
    });
    expect(Math.max(...long.advice.split('\n').map(({ length }) => length))).toBeLessThan(320);
  });
});
