import { type Catalogue, user } from '@farebox/core';
import { localPrices } from '@farebox/core/prices/local';
import { describe, expect, it } from 'vitest';
import { memoryLedger } from '../memory/memory-ledger.js';
import { scope } from '../scope.js';
import { openAttempt } from './open-attempt.js';
import { askedOnce, catalogueOf } from './price-source.js';

const request = { model: 'gpt-4o-mini', messages: [user('Hi')], max_completion_tokens: 10 };

describe('catalogueOf', () => {
  it("is OpenAI's where nothing is said, and the list itself where it is one", async () => {
    expect((await catalogueOf()).provider).toBe('openai');
    expect(await catalogueOf(localPrices)).toBe(localPrices);
    expect(await catalogueOf(async () => localPrices)).toBe(localPrices);
  });

  it('that cannot be loaded says so before anything is reserved', async () => {
    const ledger = memoryLedger();
    const prices = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(openAttempt({ ledger, request, prices })).rejects.toMatchObject({
      kind: 'configuration',
      code: 'no-prices',
      cause: { message: 'Failed to fetch' },
    });
    expect(await ledger.receipts()).toEqual([]);
  });
});

describe('askedOnce', () => {
  it('asks once for calls that come at the same time, and is there at once for those after', async () => {
    let asked = 0;
    const source = askedOnce(async () => {
      asked++;
      return localPrices;
    }) as () => Catalogue | Promise<Catalogue>;
    expect(await Promise.all([source(), source()])).toEqual([localPrices, localPrices]);
    expect(source()).toBe(localPrices);
    expect(asked).toBe(1);
  });

  it('asks again after a failure', async () => {
    let asked = 0;
    const source = askedOnce(async () => {
      asked++;
      if (asked === 1) throw new Error('no network');
      return localPrices;
    });
    await expect(catalogueOf(source)).rejects.toMatchObject({ code: 'no-prices' });
    expect(await catalogueOf(source)).toBe(localPrices);
  });
});

describe('a free price list', () => {
  it('lets a call through that nothing else bounds, under a limit of nothing, and its receipt says $0', async () => {
    const scopes = [scope({ id: 'session', limitUsd: '0' })];
    const ledger = memoryLedger();
    const { max_completion_tokens: _, ...endless } = request;
    const attempt = await openAttempt({ ledger, scopes, request: endless, prices: localPrices });
    expect(attempt).toMatchObject({ bound: 0n, outputTokens: undefined });
    const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
    const receipt = await attempt.settle({ model: 'llama3.2:3b', usage });
    expect(receipt.cost).toEqual({ known: 'reported', amount: 0n });
    expect(receipt.lines).toMatchObject([
      { units: 10, amount: 0n },
      { units: 5, amount: 0n },
    ]);
  });

  it('costs nothing either where the reply broke off, or reported nothing', async () => {
    const ledger = memoryLedger();
    const attempt = await openAttempt({ ledger, request, prices: localPrices });
    expect((await attempt.settle({})).cost).toEqual({ known: 'bounded', amount: 0n });
  });
});
