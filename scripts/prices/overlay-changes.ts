import { picodollars } from './decimal.ts';
import type { Bound, Overlay } from './overlay-format.ts';
import type { Checked, ListedModel, ListedPrice, ListedRates } from './price-list.ts';

type Usd = Readonly<Record<string, string>>;
const tokensPower = 6;

/** A model that only the overlay knows. */
export function listedModel(model: NonNullable<Overlay['models']>[number]): ListedModel {
  const { bands, checkedOn, source, ...names } = model;
  const rates = bands.map(({ usdPerMillion, ...bound }) => ({
    ...bound,
    rates: ratesOf(usdPerMillion),
  }));
  return { ...names, prices: [{ serviceTier: 'default', checkedOn, source, bands: rates }] };
}

export function everyPrice(
  model: ListedModel,
  change: (price: ListedPrice) => ListedPrice,
): ListedModel {
  return { ...model, prices: model.prices.map(change) };
}

/** Moves the start of a band; the price then names both sources. */
export function moved(from: Bound, to: Bound, checked: Checked) {
  return (price: ListedPrice): ListedPrice => {
    const at = (band: Bound) => band.above === from.above && band.atLeast === from.atLeast;
    if (!price.bands.some(at)) return price;
    const bands = price.bands.map((band) => (at(band) ? { ...to, rates: band.rates } : band));
    return { ...withSource(price, checked), bands };
  };
}

/** Adds rates to every band, or puts them in place of what is there. */
export function withRates(usd: Usd, checked: Checked) {
  return (price: ListedPrice): ListedPrice => ({
    ...withSource(price, checked),
    bands: price.bands.map((band) => ({ ...band, rates: { ...band.rates, ...ratesOf(usd) } })),
  });
}

function withSource(price: ListedPrice, { checkedOn, source }: Checked): ListedPrice {
  return { ...price, checkedOn, source: `${price.source}; ${source}` };
}

function ratesOf(usd: Usd): ListedRates {
  return Object.fromEntries(
    Object.entries(usd).map(([leaf, amount]) => [leaf, Number(picodollars(amount, tokensPower))]),
  );
}
