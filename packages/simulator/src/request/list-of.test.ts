import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listOf, mapOf } from './list-of.js';
import { chatRequest } from './schema.js';

/** A million of something that count how often one of them is looked at. */
function watched(value: unknown) {
  const looks = { count: 0 };
  const item = {
    get value() {
      looks.count += 1;
      return value;
    },
  };
  return { looks, items: Array.from({ length: 1_000_000 }, () => item) };
}

it('a list with a million faults is left at the first, and its place is told', () => {
  const { looks, items } = watched('wrong');
  const parsed = listOf(z.object({ value: z.number() })).safeParse([{ value: 1 }, ...items]);
  expect(parsed.error?.issues).toMatchObject([{ code: 'invalid_type', path: [1, 'value'] }]);
  expect(looks.count).toBeLessThan(10);
});

it('a list that is too long is not looked into', () => {
  const { looks, items } = watched(1);
  const parsed = listOf(z.object({ value: z.number() }), { max: 128 }).safeParse(items);
  expect(parsed.error?.issues).toMatchObject([{ code: 'too_big', maximum: 128, path: [] }]);
  expect(looks.count).toBe(0);
});

it('a map is left at its first fault: too many names, a long one, a wrong value', () => {
  const map = mapOf(z.string(), { maxNames: 2, maxNameLength: 3 });
  const issueOf = (value: unknown) => map.safeParse(value).error?.issues[0];
  expect(issueOf({ a: 1, b: 2, c: 3 })).toMatchObject({ origin: 'object', maximum: 2, path: [] });
  expect(issueOf({ long: 1 })).toMatchObject({ origin: 'name', maximum: 3, path: ['long'] });
  expect(issueOf({ a: 'x', b: 2 })).toMatchObject({ code: 'invalid_type', path: ['b'] });
  for (const none of [[], 'text', null, 7]) {
    expect(issueOf(none)).toMatchObject({ code: 'invalid_type', path: [] });
  }
  expect(map.parse({ a: 'x' })).toEqual({ a: 'x' });
});

it('a request has at most one fault for each of its fields, however many there are', () => {
  const wrong = { role: 'user', content: [{ type: 'text', text: 7 }, 7, 7], name: 7 };
  const { error } = chatRequest.safeParse({
    model: 'gpt-4o',
    messages: Array.from({ length: 2048 }, () => wrong),
    stop: [7, 7, 7, 7],
    logit_bias: Object.fromEntries(Array.from({ length: 1000 }, (_, id) => [id, 'x'])),
  });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(['messages', 'logit_bias', 'stop']);
});
