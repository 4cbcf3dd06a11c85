import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShown, writeShown } from '../shown-value.js';
import { describe, inspect } from './inspect.js';

test.each<[unknown, string]>([
  ['text', 'text'],
  [42, '42'],
  [31_500_000n, '31500000n'],
  [null, 'null'],
  [undefined, 'undefined'],
  [['a', 1], '["a", 1]'],
  [{ text: 'Hi', 'x-y': { costUsd: 0.1 } }, '{ text: "Hi", "x-y": { costUsd: 0.1 } }'],
  [new TypeError('No.'), 'TypeError: No.'],
  [new Map([['a', 1]]), 'Map { "a" => 1 }'],
  [new Set([1, 2]), 'Set { 1, 2 }'],
  [new Uint8Array(3), 'Uint8Array(3 bytes)'],
  [{}, '{}'],
  [function ask() {}, '[function ask]'],
])('a value is written as one would write it: %#', (value, text) => {
  expect(inspect(value)).toBe(text);
});

test('what does not fit on a line is broken, one part to a line', () => {
  const text = 'a sentence that is long enough to need a line of its own';
  expect(inspect({ first: text, second: 2 })).toBe(`{\n  first: "${text}",\n  second: 2\n}`);
});

test('a circle is named, and a getter that throws too', () => {
  const circle: Record<string, unknown> = {
    get broken() {
      throw new Error('no');
    },
  };
  circle.self = circle;
  expect(inspect(circle)).toBe('{ broken: [throws], self: [circular] }');
});

test('a list of a million is cut at a hundred', () => {
  expect(inspect(Array.from({ length: 1_000_000 }, () => 0))).toContain('… 999900 more');
});

test('what is wide at every depth is cut at two thousand parts in all', () => {
  const wide = (depth: number): unknown =>
    depth === 0 ? 0 : Array.from({ length: 50 }, () => wide(depth - 1));
  expect(inspect(wide(3)).match(/\b0\b/g)?.length).toBeLessThan(2_000);
});

test('anything can be described, and the page reads the description as it was sent', () => {
  fc.assert(
    fc.property(fc.anything({ withMap: true, withSet: true, withDate: true }), (value) => {
      const sent = structuredClone(describe(value));
      expect(readShown(sent)).toEqual(sent);
      expect(inspect(value)).toBe(writeShown(sent));
    }),
  );
});

test('a proxy that throws at every touch is named', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(inspect({ proxy })).toBe('{ proxy: [throws] }');
});
