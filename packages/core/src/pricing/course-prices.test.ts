import { expect, test } from 'vitest';
import { openaiPrices } from '../prices/openai.js';
import { coursePrices } from './course-prices.js';
import { findPrice } from './find-price.js';

/** What course-prices.ts must be, byte for byte. */
function source(): string {
  const rows = ['gpt-4o-mini', 'gpt-4o'].map((model) => {
    const price = findPrice(openaiPrices, { model });
    if (price.kind === 'unknown') throw new Error(`${model} is not on the price list.`);
    const { freshInput, cachedInput, output } = price.perToken;
    return `  '${model}': { freshInput: ${freshInput}n, cachedInput: ${cachedInput}n, output: ${output}n },\n`;
  });
  return `import type { TokenPrices } from './catalogue.js';

// Written by course-prices.test.ts from prices/openai.json, so that the root import does not carry
// the whole price list. After a price changes: vitest run --project core --update

/** The prices of the crash course's two models, per token. */
export const coursePrices: Readonly<Record<'gpt-4o-mini' | 'gpt-4o', TokenPrices>> = {
${rows.join('')}};
`;
}

test('the file is what the price list makes of it', async () => {
  await expect(source()).toMatchFileSnapshot('./course-prices.ts');
});

test('the two course prices are the newest ones of the price list', () => {
  for (const [model, perToken] of Object.entries(coursePrices)) {
    expect(findPrice(openaiPrices, { model })).toMatchObject({ kind: 'price', perToken });
  }
});
