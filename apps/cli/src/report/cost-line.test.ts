import { expect, it, test } from 'vitest';
import { receiptOf } from '../fixtures/receipt.js';
import { type CostLineFacts, costLine } from './cost-line.js';

const facts: CostLineFacts = {
  receipts: [receiptOf({ known: 'reported', amount: 41_850_000n }, [31, 62])],
  firstTextMs: 320,
  streamed: true,
  simulated: false,
};

it('says the cost, the tokens and when the first text came', () => {
  expect(costLine(facts)).toBe('cost $0.000042 · 31 in / 62 out · first token 0.3 s');
});

it('says that simulated money is none', () => {
  expect(costLine({ ...facts, simulated: true })).toMatch(/^cost \$0\.000042 · .* · simulated$/);
});

it('calls one reply an answer, because its first token was not seen', () => {
  expect(costLine({ ...facts, streamed: false })).toMatch(/ · answer after 0\.3 s$/);
});

it('adds up all attempts', () => {
  const two = [...facts.receipts, ...facts.receipts];
  expect(costLine({ ...facts, receipts: two })).toMatch(/^cost \$0\.000084 · 62 in \/ 124 out · /);
});

test.each([
  ['reported', 'cost $0.000042'],
  ['estimated', 'cost about $0.000042'],
  ['bounded', 'cost up to $0.000042'],
] as const)('a %s cost reads "%s"', (known, text) => {
  const receipts = [receiptOf({ known, amount: 41_850_000n })];
  expect(costLine({ ...facts, receipts, firstTextMs: undefined })).toBe(text);
});

it('is unknown as soon as one attempt is', () => {
  const receipts = [...facts.receipts, receiptOf({ known: 'unknown' }, [1, 1])];
  expect(costLine({ ...facts, receipts })).toMatch(/^cost unknown · 32 in/);
});

it('is as uncertain as the least certain attempt', () => {
  const bounded = receiptOf({ known: 'bounded', amount: 1_000_000n });
  const estimated = receiptOf({ known: 'estimated', amount: 1_000_000n });
  const amount = /up to \$0\.000044/;
  expect(costLine({ ...facts, receipts: [...facts.receipts, bounded, estimated] })).toMatch(amount);
  expect(costLine({ ...facts, receipts: [estimated, bounded, ...facts.receipts] })).toMatch(amount);
});
