import { bandFor } from './band-for.js';
import type { Catalogue, CataloguedModel, DatedPrice, Rates } from './catalogue.js';
import { findModel } from './find-model.js';
import { freePrice } from './free-price.js';
import { isInForce } from './in-force.js';
import { nearestNames } from './nearest-names.js';
import { pricedTier } from './service-tier.js';

/** A model's price at one time on one tier, with the dates and the source of the entry it is from. */
export interface Price extends DatedPrice {
  readonly kind: 'price';
  readonly provider: string;
  /** The model's name on the price list, which may differ from the one asked for. */
  readonly model: string;
  /** The rates of a prompt of the size asked for, and of the smallest without one. */
  readonly rates: Rates;
  /** What the model can write at most in one choice, where the list says. */
  readonly maxOutputTokens?: number | undefined;
}

/** No price is known. A value to handle, never a price of 0. */
export interface UnknownPrice {
  readonly kind: 'unknown';
  readonly model: string;
  readonly reason: 'model' | 'provider' | 'several-providers' | 'service-tier' | 'time';
  /** What there is instead, the closest first: models, providers or tiers, as the reason is. May be empty. */
  readonly nearest: readonly string[];
}

export interface PriceQuery {
  readonly model: string;
  /** When the call was made, in milliseconds since 1970. */
  readonly at: number;
  /** Who served it. Needed only where several lists have the model. */
  readonly provider?: string | undefined;
  /** The tier that the reply reports, which may differ from the one asked for. Default: the standard one. */
  readonly serviceTier?: string | null | undefined;
  /** Size of the prompt, for `rates`. An invoice goes by its usage, whatever this says. Default 0. */
  readonly promptTokens?: number | undefined;
}

/**
 * The price of a model at a time, or `{ kind: 'unknown' }` with the reason and the nearest names.
 *
 * Only listed names match: an unlisted snapshot is unknown rather than priced as its family, because
 * snapshots differ (gpt-4o-2024-05-13 costs twice gpt-4o). A tier without a price of its own is
 * unknown too, and so is a time before the first dated entry. Days begin at 00:00 UTC; `from` is the
 * first day of a price, `to` the first day after it.
 *
 * @example
 * const at = Date.UTC(2026, 10, 24);
 * findPrice(openaiPrices, { model: 'gpt-4o-2024-08-06', at }).kind; // => 'price'
 * findPrice(openaiPrices, { model: 'gpt4o-mini', at });
 * // => { kind: 'unknown', model: 'gpt4o-mini', reason: 'model', nearest: ['gpt-4o-mini', …] }
 */
export function findPrice(
  catalogue: Catalogue | readonly Catalogue[],
  query: PriceQuery,
): Price | UnknownPrice {
  const { model: name, provider } = query;
  const unknown = (reason: UnknownPrice['reason'], nearest: readonly string[]): UnknownPrice => ({
    kind: 'unknown',
    model: name,
    reason,
    nearest,
  });
  const lists = [catalogue].flat();
  const asked = lists.filter((list) => provider === undefined || list.provider === provider);
  if (asked.length === 0) {
    return unknown(
      'provider',
      nearestNames(
        provider ?? '',
        lists.map((list) => list.provider),
      ),
    );
  }
  const found = asked.flatMap((list) => {
    const model = findModel(list, name);
    return model === undefined ? [] : [{ provider: list.provider, model }];
  });
  const free = asked.find(({ isFree }) => isFree === true);
  if (free !== undefined && found.length === 0) {
    return { kind: 'price', provider: free.provider, model: name, ...freePrice };
  }
  const [only] = found;
  if (only === undefined) return unknown('model', nearestNames(name, namesOf(asked)));
  if (found.length > 1)
    return unknown(
      'several-providers',
      found.map((one) => one.provider),
    );
  return priceOf(only.model, only.provider, query, unknown);
}

function priceOf(
  model: CataloguedModel,
  provider: string,
  { at, serviceTier, promptTokens = 0 }: PriceQuery,
  unknown: (reason: UnknownPrice['reason'], nearest: readonly string[]) => UnknownPrice,
): Price | UnknownPrice {
  const tier = pricedTier(serviceTier);
  const onTier = model.prices.filter((price) => price.serviceTier === tier);
  if (onTier.length === 0) {
    return unknown('service-tier', [...new Set(model.prices.map((price) => price.serviceTier))]);
  }
  const entry = onTier.findLast((price) => isInForce(price, at));
  if (entry === undefined) return unknown('time', []);
  return {
    kind: 'price',
    provider,
    model: model.id,
    maxOutputTokens: model.maxOutputTokens,
    ...entry,
    rates: bandFor(entry.bands, promptTokens)?.rates ?? {},
  };
}

function* namesOf(lists: readonly Catalogue[]): Generator<string> {
  for (const { models } of lists) for (const { id, aliases } of models) yield* [id, ...aliases];
}
