import type { Catalogue, CataloguedModel, DatedPrice } from '@farebox/core';
import { holdsOn } from '../prices/holds-on.js';
import { perMillion } from './per-million.js';
import { shownCount } from './shown-count.js';
import { table } from './table.js';

/** A provider's models as a table. A `+` marks those whose long prompts, or other hours, cost otherwise. */
export function modelsLines({ provider, models }: Catalogue, day: string): string[] {
  const rows = models.map((model) => {
    const price = currentPrice(model, day);
    const output = model.maxOutputTokens;
    return [
      model.id,
      shownRate(price, 'input.text.fresh'),
      shownRate(price, 'output.text'),
      output === undefined ? '' : shownCount(output),
    ];
  });
  return table([[`${provider}, $ per million`, 'input', 'output', 'most output'], ...rows]);
}

function shownRate(price: DatedPrice | undefined, leaf: 'input.text.fresh' | 'output.text') {
  const rate = price?.bands[0]?.rates[leaf];
  if (price === undefined || rate === undefined) return 'unknown ';
  const varies = price.bands.length > 1 || price.hours !== undefined;
  return `${perMillion(rate)}${varies ? '+' : ' '}`;
}

/** The price of the standard tier on a day; of several hours, the first on the list. */
function currentPrice({ prices }: CataloguedModel, day: string): DatedPrice | undefined {
  const inForce = prices.filter((entry) => entry.serviceTier === 'default' && holdsOn(entry, day));
  return inForce.findLast(({ hours }) => hours === undefined) ?? inForce[0];
}

/** The same as one object. Money is text; null where it is unknown. */
export function modelsJson(lists: readonly Catalogue[], day: string) {
  return {
    at: day,
    models: lists.flatMap(({ provider, models }) =>
      models.map((model) => {
        const rates = currentPrice(model, day)?.bands[0]?.rates;
        const usd = (leaf: 'input.text.fresh' | 'output.text') => {
          const rate = rates?.[leaf];
          return rate === undefined ? null : perMillion(rate);
        };
        return {
          provider,
          model: model.id,
          aliases: model.aliases,
          inputUsdPerMillion: usd('input.text.fresh'),
          outputUsdPerMillion: usd('output.text'),
          maxOutputTokens: model.maxOutputTokens ?? null,
        };
      }),
    ),
  };
}
