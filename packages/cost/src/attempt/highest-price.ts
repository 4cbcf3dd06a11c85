import type { Catalogue, Picodollars, Price, Rates, UsageLeaf } from '@farebox/core';

const known = new WeakMap<Catalogue, Omit<Price, 'model'>>();

/**
 * A price that no model of the list exceeds: for each kind of token the highest rate of any model, tier,
 * size of prompt and time on it.
 *
 * A guess where there is no price, and a high one; a model that is dearer than the whole list exceeds it.
 */
export function highestPrice(catalogue: Catalogue, model: string): Price {
  let price = known.get(catalogue);
  if (price === undefined) {
    price = highestOf(catalogue);
    known.set(catalogue, price);
  }
  return { ...price, model };
}

function highestOf({ provider, models }: Catalogue): Omit<Price, 'model'> {
  const rates: { [Leaf in UsageLeaf]?: Picodollars } = {};
  let perRequest = 0n;
  let checkedOn = '';
  for (const entry of models.flatMap(({ prices }) => prices)) {
    if (entry.perRequest !== undefined && entry.perRequest > perRequest) {
      perRequest = entry.perRequest;
    }
    if (entry.checkedOn > checkedOn) checkedOn = entry.checkedOn;
    for (const band of entry.bands) raise(rates, band.rates);
  }
  const source = 'the highest rates of the list, assumed';
  const bands = [{ rates }];
  const terms = { serviceTier: 'default', checkedOn, source, bands, rates };
  return { kind: 'price', provider, ...terms, ...(perRequest > 0n && { perRequest }) };
}

function raise(highest: { [Leaf in UsageLeaf]?: Picodollars }, rates: Rates): void {
  for (const [leaf, rate] of Object.entries(rates) as [UsageLeaf, Picodollars][]) {
    const before = highest[leaf];
    if (before === undefined || rate > before) highest[leaf] = rate;
  }
}
