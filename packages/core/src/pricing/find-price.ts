import type { Catalogue, DatedPrices } from './catalogue.js';

/** A price that was found, and where it comes from. */
export interface Price extends DatedPrices {
  readonly kind: 'price';
  readonly provider: string;
  /** The model's name on the price list, which may differ from the one asked for. */
  readonly model: string;
  /** What the model can write at most in one choice, where the list says. */
  readonly maxOutputTokens?: number | undefined;
}

/** No price is known. A value to handle, never a price of 0. */
export interface UnknownPrice {
  readonly kind: 'unknown';
  readonly model: string;
}

export interface PriceQuery {
  readonly model: string;
  /** When the call was made, in milliseconds since 1970. Default: the newest price. */
  readonly at?: number | undefined;
}

/**
 * The price of a model at a time, or `{ kind: 'unknown' }`.
 *
 * Only listed names match: an unlisted snapshot is unknown rather than priced as its family, because
 * snapshots differ (gpt-4o-2024-05-13 costs twice gpt-4o). Days begin at 00:00 UTC; `from` is the
 * first day of a price, `to` the first day after it.
 *
 * @example
 * findPrice(openaiPrices, { model: 'gpt-4o-mini-2024-07-18' }).kind; // => 'price'
 * findPrice(openaiPrices, { model: 'gpt-9' }); // => { kind: 'unknown', model: 'gpt-9' }
 */
export function findPrice(catalogue: Catalogue, query: PriceQuery): Price | UnknownPrice {
  const { model: name, at } = query;
  const model = catalogue.models.find(({ id, aliases }) => id === name || aliases.includes(name));
  const entry = model?.prices.findLast((prices) => at === undefined || isInForce(prices, at));
  if (model === undefined || entry === undefined) return { kind: 'unknown', model: name };
  return {
    kind: 'price',
    provider: catalogue.provider,
    model: model.id,
    maxOutputTokens: model.maxOutputTokens,
    ...entry,
  };
}

function isInForce({ from, to }: DatedPrices, at: number): boolean {
  return Date.parse(from) <= at && (to === undefined || at < Date.parse(to));
}
