import { expect, it } from 'vitest';
import type { Cost, Receipt } from './receipt.js';
import { totalCost } from './total-cost.js';

const receipts = (...costs: Cost[]) => costs.map((cost) => ({ cost }) as Receipt);
const reported: Cost = { known: 'reported', amount: 1n };
const estimated: Cost = { known: 'estimated', amount: 2n };
const bounded: Cost = { known: 'bounded', amount: 4n };

it('nothing at all costs nothing, and that is known', () => {
  expect(totalCost([])).toEqual({ known: 'reported', amount: 0n });
});

it.each([
  [[reported, reported], 'reported', 2n],
  [[estimated, reported], 'estimated', 3n],
  [[reported, bounded, estimated], 'bounded', 7n],
])('a sum is known only as well as the least known of its parts', (costs, known, amount) => {
  expect(totalCost(receipts(...costs))).toEqual({ known, amount });
});

it('a cost that is unknown makes the total unknown, wherever it stands', () => {
  const unknown: Cost = { known: 'unknown' };
  expect(totalCost(receipts(unknown, reported))).toEqual({ known: 'unknown', amount: 1n });
  expect(totalCost(receipts(bounded, unknown))).toEqual({ known: 'unknown', amount: 4n });
});
