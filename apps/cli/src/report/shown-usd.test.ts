import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { shownUsd } from './shown-usd.js';

test.each<[bigint, string]>([
  [0n, '$0.00'],
  [1n, '$0.000000000001'],
  [750_000n, '$0.00000075'],
  [9_950_000n, '$0.0000100'],
  [41_850_000n, '$0.000042'],
  [500_000_000_000n, '$0.500000'],
  [12_500_000_000_000n, '$12.500000'],
])('%s picodollars are %s', (amount, text) => {
  expect(shownUsd(amount)).toBe(text);
});

it('rounds a bound up, because it must not look smaller than it is', () => {
  expect(shownUsd(9_843_000_001n)).toBe('$0.009843');
  expect(shownUsd(9_843_000_001n, 'up')).toBe('$0.009844');
  expect(shownUsd(9_843_000_000n, 'up')).toBe('$0.009843');
});

it('is never zero for an amount that is not, and never under a bound', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 16n), (amount) => {
      const shown = Number(shownUsd(amount, 'up').slice(1));
      return shown > 0 && shown >= Number(amount) / 1e12 && Number(shownUsd(amount).slice(1)) > 0;
    }),
  );
});
