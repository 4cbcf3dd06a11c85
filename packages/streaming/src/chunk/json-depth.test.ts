import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDeeperThan } from './json-depth.js';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

it('is exact for any JSON, with any blanks, whatever its strings contain', () => {
  const string = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', 'a', 'é') });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 9 },
      string,
      fc.constantFrom(null, 1),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(string, tie('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(0, 2), (value, indent) => {
      const json = JSON.stringify(value, null, indent);
      const depth = depthOf(value);
      expect(isDeeperThan(depth, json)).toBe(false);
      if (depth > 0) expect(isDeeperThan(depth - 1, json)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

it('stops at the first bracket too many, though nothing ever closes', () => {
  expect(isDeeperThan(256, '['.repeat(256))).toBe(false);
  expect(isDeeperThan(256, '['.repeat(257))).toBe(true);
  expect(isDeeperThan(256, '[{"":'.repeat(50_000))).toBe(true);
});

it('a string that never ends has no depth', () => {
  expect(isDeeperThan(1, `"${'['.repeat(1000)}`)).toBe(false);
  expect(isDeeperThan(1, `"\\"${'['.repeat(1000)}`)).toBe(false);
});

it('a megabyte of escaped quotes or of backslashes is looked at once', () => {
  expect(isDeeperThan(256, `"${'\\"'.repeat(500_000)}"`)).toBe(false);
  expect(isDeeperThan(256, `"${'\\'.repeat(1_000_000)}"`)).toBe(false);
});
