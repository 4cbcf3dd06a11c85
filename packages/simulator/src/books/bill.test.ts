import { describe, expect, it } from 'vitest';
import { bill } from './bill.js';
import { listedModels } from './rates.js';

const rates = { freshInput: 100n, cachedInput: 10n, output: 400n };
const prompt = (tokens: number, details: Record<string, number>) => ({
  prompt_tokens: tokens,
  prompt_tokens_details: details,
});

describe('a bill', () => {
  it('is fresh input and output where nothing else is said', () => {
    expect(bill(rates, { prompt_tokens: 7 }, 3)).toBe(7n * 100n + 3n * 400n);
  });

  it('takes cached tokens out of the prompt, and bills them at their rate', () => {
    expect(bill(rates, prompt(1500, { cached_tokens: 1024 }), 0)).toBe(476n * 100n + 1024n * 10n);
  });

  it('bills writing to the cache and sound only where the price has a rate for them', () => {
    const details = { cached_tokens: 1024, cache_write_tokens: 256, audio_tokens: 30 };
    expect(bill(rates, prompt(1500, details), 0)).toBe(1024n * 10n + 476n * 100n);
    const all = { ...rates, cacheWrite: 125n, audioInput: 1000n };
    expect(bill(all, prompt(1500, details), 0)).toBe(
      1024n * 10n + 256n * 125n + 30n * 1000n + 190n * 100n,
    );
  });

  it('bills a token once, however many details it is in', () => {
    const details = { cached_tokens: 80, cache_write_tokens: 20, audio_tokens: 100 };
    const all = { ...rates, cacheWrite: 125n, audioInput: 1000n };
    expect(bill(all, prompt(100, details), 0)).toBe(80n * 10n + 20n * 125n);
  });
});

it('every model of the price list has a cached rate, and none is above the fresh one', () => {
  for (const { tariffOf } of listedModels) {
    const { freshInput, cachedInput } = tariffOf({ at: Date.UTC(2026, 10, 24) }).rates;
    expect(cachedInput > 0n && cachedInput <= freshInput).toBe(true);
  }
});
