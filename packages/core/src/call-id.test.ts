import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCallId } from './call-id.js';

const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a call id is call_ and 20 base-36 characters, whatever the dice show', () => {
  fc.assert(
    fc.property(fc.array(dice, { minLength: 20, maxLength: 20 }), (draws) => {
      const left = [...draws];
      expect(newCallId(() => left.shift() ?? 0)).toMatch(/^call_[a-z0-9]{20}$/);
      expect(left).toHaveLength(0);
    }),
  );
});

test('the same dice give the same id, so that a seeded run can be replayed', () => {
  expect(newCallId(() => 0.5)).toBe(newCallId(() => 0.5));
  expect(newCallId(() => 0.5)).not.toBe(newCallId(() => 0.75));
});

test('the first and the last digit are both reached', () => {
  expect(newCallId(() => 0)).toBe(`call_${'a'.repeat(20)}`);
  expect(newCallId(() => 1 - 2 ** -53)).toBe(`call_${'9'.repeat(20)}`);
});
