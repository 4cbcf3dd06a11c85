import type { Catalogue, CataloguedModel, DatedPrice } from '@farebox/core';
import { holdsOn } from '../prices/holds-on.js';
import { plain } from '../terminal/line-styles.js';
import type { Line } from '../terminal/styled-line.js';
import { perMillion } from './per-million.js';
import { shownCount } from './shown-count.js';
import { headedTable } from './table.js';

/** A provider's models as a table. A `+` marks those whose long prompts, or other hours, cost otherwise. */
export function modelsLines({ provider, models, isFree }: Catalogue, day: string): Line[] {
  if (isFree === true) return [plain(`${provider}: every model is free, on a server of your own`)];
  const rows = models.map((model) => {
    const inForce = currentPrices(model, day);
    const output = model.maxOutputTokens;
    return [
      model.id,
      shownRate(inForce, 'input.text.fresh'),
      shownRate(inForce, 'output.text'),
      output === undefined ? '' : shownCount(output),
    ];
  });
  return headedTable([[`${provider}, $ per million`, 'input', 'output', 'most output'], ...rows]);
}

type ShownLeaf = 'input.text.fresh' | 'output.text';

function shownRate(prices: readonly DatedPrice[], leaf: ShownLeaf): string {
  const rate = prices[0]?.bands[0]?.rates[leaf];
  if (rate === undefined) return 'unknown ';
  const varies = prices.some(({ bands, hours }) => bands.length > 1 || hours !== undefined);
  return `${perMillion(rate)}${varies ? '+' : ' '}`;
}

/** The prices of the standard tier on a day, the one that holds all day first. */
function currentPrices({ prices }: CataloguedModel, day: string): readonly DatedPrice[] {
  const inForce = prices.filter((entry) => entry.serviceTier === 'default' && holdsOn(entry, day));
  const allDay = inForce.filter(({ hours }) => hours === undefined).toReversed();
  return [...allDay, ...inForce.filter(({ hours }) => hours !== undefined)];
}

/** The same as one object. Money is text; null where it is unknown. */
export function modelsJson(lists: readonly Catalogue[], day: string) {
  return {
    at: day,
    models: lists.flatMap(({ provider, models }) =>
      models.map((model) => {
        const rates = currentPrices(model, day)[0]?.bands[0]?.rates;
        const usd = (leaf: ShownLeaf) => {
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
