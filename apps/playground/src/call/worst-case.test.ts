import { openaiPrices } from '@farebox/core/prices/openai';
import { simulate } from '@farebox/simulator';
import { expect, test } from 'vitest';
import { firstQuestion } from '../ask/choose-preset.js';
import { openFareBox } from '../fare-box/fare-box.js';
import { runCall } from './run-call.js';
import { worstCase } from './worst-case.js';

const at = Date.UTC(2026, 10, 24);

test('what is announced is what the call sets aside, to the picodollar', async () => {
  const fareBox = openFareBox('1', () => {});
  await runCall({
    question: firstQuestion,
    fareBox,
    simulator: async () => simulate({ seed: 1 }),
    signal: new AbortController().signal,
    nowMs: () => 0,
    onEvent: () => {},
  });
  const [receipt] = await fareBox.ledger.receipts();
  expect(worstCase(openaiPrices, firstQuestion, at)).toBe(receipt?.reserved);
});

test('without a ceiling or a price nothing is announced', () => {
  expect(worstCase(openaiPrices, { ...firstQuestion, maxOutputTokens: 0 }, at)).toBeUndefined();
  expect(worstCase(openaiPrices, { ...firstQuestion, model: 'local' }, at)).toBeUndefined();
});
