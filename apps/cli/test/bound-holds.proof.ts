import { type ChatRequest, findPrice } from '@farebox/core';
import { boundTokens, expectedInput, maxCost } from '@farebox/core/bound';
import { openaiPrices } from '@farebox/core/prices/openai';
import { type BilledRequest, simulate } from '@farebox/simulator';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadTokenizer } from '../src/prices/load-tokenizer.js';
import { randomRequest } from './random-request.js';

const runs = 2_000;
const simulator = simulate({ seed: 7, limits: { requestsPerMinute: 1e9, tokensPerMinute: 1e11 } });

/** What the simulator bills for a request, by its own count and its own arithmetic. */
async function billed(request: ChatRequest): Promise<BilledRequest | undefined> {
  const response = await simulator.fetch('https://api.openai.com/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer sk-of-the-proof-0000' },
    body: JSON.stringify(request),
  });
  await response.text();
  return simulator.books.requests.at(-1);
}

it('no request is billed more tokens or money than its bound, with a tokenizer or without', async () => {
  const tokenizer = await loadTokenizer();
  const seen = { answered: 0, images: 0, sound: 0, cached: 0, exactly: 0 };
  await fc.assert(
    fc.asyncProperty(randomRequest, async (request) => {
      const bill = await billed(request);
      if (bill === undefined || bill.status !== 200) return;
      const { usage, cost } = bill;
      const price = findPrice(openaiPrices, { model: request.model, at: Date.now() });
      if (price.kind === 'unknown') throw new Error(`No price for ${request.model}.`);
      for (const plugged of [undefined, tokenizer]) {
        const { maxOutputTokens } = price;
        const bound = boundTokens(request, { maxOutputTokens, tokenizer: plugged });
        expect(bound.unbounded).toEqual([]);
        expect(usage.prompt_tokens).toBeLessThanOrEqual(bound.inputTokens);
        expect(usage.completion_tokens).toBeLessThanOrEqual(bound.outputTokens);
        const details = usage.prompt_tokens_details;
        expect(details?.image_tokens ?? 0).toBeLessThanOrEqual(bound.inputImageTokens);
        expect(details?.audio_tokens ?? 0).toBeLessThanOrEqual(bound.inputAudioTokens);
        expect(cost).toBeLessThanOrEqual(maxCost(bound, price));
      }
      seen.answered += 1;
      seen.images += usage.prompt_tokens_details?.image_tokens ? 1 : 0;
      seen.sound += usage.prompt_tokens_details?.audio_tokens ? 1 : 0;
      seen.cached += usage.prompt_tokens_details?.cached_tokens ? 1 : 0;
      const isPlain = request.tools === undefined && !JSON.stringify(request).includes('"name"');
      if (!isPlain || !request.messages.every(({ content }) => typeof content === 'string')) return;
      const expected = expectedInput(request, tokenizer);
      if (!expected.counted || bill.estimated) return;
      // Cut in stretches, an unbroken run may count a few tokens more or less.
      expect(expected.textTokens).toBeGreaterThanOrEqual(usage.prompt_tokens * 0.98 - 8);
      expect(expected.textTokens).toBeLessThanOrEqual(usage.prompt_tokens * 1.02 + 8);
      seen.exactly += expected.textTokens === usage.prompt_tokens ? 1 : 0;
    }),
    { numRuns: runs },
  );
  console.log(`of ${runs} requests:`, seen);
  expect(seen.answered).toBeGreaterThan(1_000);
  for (const count of [seen.images, seen.sound, seen.cached, seen.exactly]) {
    expect(count).toBeGreaterThan(50);
  }
});
