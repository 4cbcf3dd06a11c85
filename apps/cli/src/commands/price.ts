import {
  type Catalogue,
  type CataloguedModel,
  findModel,
  findPrice,
  type UnknownPrice,
} from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { dayAt, holdsOn } from '../prices/holds-on.js';
import { listNameOf, loadPriceLists } from '../prices/price-lists.js';
import { type PricedModel, priceJson, priceLines } from '../report/price-report.js';
import type { AppearanceOptions } from '../terminal/appearance.js';
import { paragraphs } from '../terminal/line-styles.js';
import { tellUnknownPrice } from './unknown-price.js';

export interface PriceOptions extends AppearanceOptions {
  readonly provider?: string;
  /** A day, as `2026-11-24`. */
  readonly at?: string;
  readonly json?: boolean;
}

/** On a list where all is free, any name is a model, and costs nothing. */
function freeModel(list: Catalogue, id: string): CataloguedModel | undefined {
  const price = findPrice(list, { model: id, at: 0 });
  return price.kind === 'price' ? { id, aliases: [], prices: [price] } : undefined;
}

/**
 * Prints what a model costs, for every provider that has it on its list.
 *
 * @returns 0, or 1 when no price is known; then the names that are most like it are told.
 */
export async function price(model: string, options: PriceOptions, io: Io): Promise<number> {
  const day = options.at ?? dayAt(io.clock.now());
  const { json } = options;
  const provider = listNameOf(options.provider);
  const lists = await loadPriceLists(provider);
  const known = lists.flatMap((list) => {
    const found = list.isFree === true ? freeModel(list, model) : findModel(list, model);
    const asked = provider === undefined || list.provider === provider;
    return found === undefined || !asked ? [] : [{ provider: list.provider, model: found }];
  });
  const priced: PricedModel[] = known
    .map((one) => ({ ...one, prices: one.model.prices.filter((entry) => holdsOn(entry, day)) }))
    .filter(({ prices }) => prices.length > 0);
  if (priced.length === 0) {
    const found = findPrice(lists, { model, provider, at: Date.parse(day) });
    const unknown: UnknownPrice =
      known.length === 0 && found.kind === 'unknown'
        ? found
        : { kind: 'unknown', model, reason: 'time', nearest: [] };
    return tellUnknownPrice(unknown, { provider, day, json }, io);
  }
  if (json) await print(io.stdout, JSON.stringify(priceJson(priced, day)));
  else await printLines(paragraphs(priced.map((one) => priceLines(one, day))), options, io);
  return 0;
}
