import { expect, it } from 'vitest';
import { plotData } from './plot-data.js';

const a = {
  points: [
    { atMs: 0, usd: 1 },
    { atMs: 2_000, usd: 2 },
  ],
  total: { amount: 3_000_000_000_000n, known: 'reported' },
  reserved: 9_000_000_000_000n,
} as const;
const b = { points: [{ atMs: 1_000, usd: 5 }] };

it('a run has its guess, its total at its last point, and what was set aside', () => {
  expect(plotData([a])).toEqual({
    seconds: [0, 2],
    series: [
      { run: 0, what: 'guess', usd: [1, 2] },
      { run: 0, what: 'total', usd: [null, 3] },
      { run: 0, what: 'reserved', usd: [9, 9] },
    ],
  });
});

it('several runs have one scale of time, with gaps where one has no point', () => {
  expect(plotData([a, b])).toEqual({
    seconds: [0, 1, 2],
    series: [
      { run: 0, what: 'guess', usd: [1, null, 2] },
      { run: 0, what: 'total', usd: [null, null, 3] },
      { run: 1, what: 'guess', usd: [null, 5, null] },
    ],
  });
});
