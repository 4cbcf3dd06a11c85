import type { TokenPrices } from './catalogue.js';

// Written by course-prices.test.ts from prices/openai.json, so that the root import does not carry
// the whole price list. After a price changes: vitest run --project core --update

/** The prices of the crash course's two models, per token. */
export const coursePrices: Readonly<Record<'gpt-4o-mini' | 'gpt-4o', TokenPrices>> = {
  'gpt-4o-mini': { freshInput: 150000n, cachedInput: 75000n, output: 600000n },
  'gpt-4o': { freshInput: 2500000n, cachedInput: 1250000n, output: 10000000n },
};
