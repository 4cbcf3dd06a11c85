import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { spendBar } from './spend-bar.js';

test.each([
  [0n, 0n, ''],
  [1n, 0n, '▏'],
  [8n, 0n, '█'],
  [13n, 0n, '█▋'],
  [16n, 0n, '██'],
  [16n, 8n, '█░'],
  [16n, 1n, '█░'],
  [1n, 1n, '░'],
])('%i of 16, of it %i a bound, is %j in two cells', (amount, bounded, bar) => {
  expect(spendBar({ amount, bounded, most: 16n, cells: 2 })).toBe(bar);
});

it('shows whatever is there, a bound as well, and is never wider than its cells', () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 24n });
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 1, max: 200 }), (a, b, c, cells) => {
      const [bounded = 0n, part = 0n, most = 0n] = [a, b, c].sort((x, y) => (x < y ? -1 : 1));
      const solid = spendBar({ amount: part, bounded: 0n, most, cells });
      expect(solid).toMatch(/^█*[▏▎▍▌▋▊▉]?$/);
      const mixed = spendBar({ amount: part, bounded, most, cells });
      expect(mixed).toMatch(/^█*░+$/);
      for (const bar of [solid, mixed]) {
        expect(bar.length).toBeGreaterThan(0);
        expect(bar.length).toBeLessThanOrEqual(cells);
      }
    }),
  );
});
