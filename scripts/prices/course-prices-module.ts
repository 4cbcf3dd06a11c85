import type { PriceList } from './price-list.ts';

const courseModels = ['gpt-4o-mini', 'gpt-4o'];

/** The prices of the crash course's two models, out of OpenAI's price list of that day. */
export function coursePricesModule(openai: PriceList, today: string): string {
  const rows = courseModels.map((id) => {
    const bands = openai.models
      .find((model) => model.id === id)
      ?.prices.findLast(
        ({ serviceTier, from = '' }) => serviceTier === 'default' && from <= today,
      )?.bands;
    if (bands === undefined) throw new TypeError(`${id} has no price.`);
    const rates = Object.entries(bands[0]?.rates ?? {}).map(
      ([leaf, rate]) => `          '${leaf}': ${rate}n,\n`,
    );
    return `  '${id}': {\n    bands: [\n      {\n        rates: {\n${rates.join('')}        },\n      },\n    ],\n  },\n`;
  });
  return `// Written by scripts/prices/generate.ts.
import type { DatedPrice } from './catalogue.js';

/** The prices of the crash course's two models, so that the root import carries no whole price list. */
export const coursePrices: Readonly<Record<'gpt-4o-mini' | 'gpt-4o', Pick<DatedPrice, 'bands'>>> = {
${rows.join('')}};
`;
}
