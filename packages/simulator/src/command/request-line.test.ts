import { expect, it } from 'vitest';
import type { BilledRequest } from '../books/books.js';
import { requestLine } from './request-line.js';

const billed = (cost: bigint): BilledRequest => ({
  id: 'req_1',
  model: undefined,
  serviceTier: undefined,
  status: 200,
  usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
  sentTokens: 2,
  replayOf: undefined,
  estimated: false,
  cost,
  ended: 'completed',
});

it.each([
  [0n, '$0'],
  [1n, '$0.000000000001'],
  [27_300_000n, '$0.0000273'],
  [1_000_000_000_000n, '$1'],
  [12_500_000_000_000n, '$12.5'],
])('%s picodollars are shown exactly as %s', (cost, shown) => {
  expect(requestLine(billed(cost))).toBe(`200 - 1 in 2 out ${shown} completed req_1\n`);
});
