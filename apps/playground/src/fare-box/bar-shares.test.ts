import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barShares } from './bar-shares.js';

test('half spent and a quarter reserved are a half and a quarter of the bar', () => {
  expect(barShares({ limit: 400n, spent: 200n, reserved: 100n })).toEqual({
    spent: 0.5,
    reserved: 0.25,
  });
});

test('a limit of nothing is a full bar', () => {
  expect(barShares({ limit: 0n, spent: 0n, reserved: 0n })).toEqual({ spent: 1, reserved: 0 });
});

test('no amounts make the bar longer than it is, not even after a limit was lowered', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
  fc.assert(
    fc.property(amount, amount, amount, (limit, spent, reserved) => {
      const shares = barShares({ limit, spent, reserved });
      expect(shares.spent).toBeGreaterThanOrEqual(0);
      expect(shares.reserved).toBeGreaterThanOrEqual(0);
      expect(shares.spent + shares.reserved).toBeLessThanOrEqual(1);
    }),
  );
});
