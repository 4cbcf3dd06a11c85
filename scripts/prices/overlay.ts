import { everyPrice, listedModel, moved, withRates } from './overlay-changes.ts';
import type { Overlay } from './overlay-format.ts';
import type { ListedModel, PriceList } from './price-list.ts';
import { tierPrices } from './tier-prices.ts';

/**
 * A price list with an overlay put on it.
 *
 * @throws {RangeError} for an entry that fits nothing on the list, or a fraction that leaves a part of a
 * picodollar: an overlay that has no effect is a mistake.
 */
export function withOverlay(list: PriceList, overlay: Overlay): PriceList {
  const added = (overlay.models ?? []).map(listedModel);
  const models = new Map([...list.models, ...added].map((model) => [model.id, model]));
  const change = (id: string, changed: (model: ListedModel) => ListedModel) => {
    const model = models.get(id);
    if (model === undefined) throw new RangeError(`${list.provider} has no ${id}.`);
    const after = changed(model);
    if (JSON.stringify(after) === JSON.stringify(model))
      throw new RangeError(`${id} is as before.`);
    models.set(id, after);
  };
  for (const { models: ids, from, to, ...checked } of overlay.thresholds ?? []) {
    for (const id of ids) change(id, (model) => everyPrice(model, moved(from, to, checked)));
  }
  for (const { model: id, from } of overlay.since ?? []) {
    change(id, ({ prices: [first, ...rest], ...model }) => {
      if (first === undefined) throw new RangeError(`${id} has no price.`);
      return { ...model, prices: [{ ...first, from }, ...rest] };
    });
  }
  for (const { models: ids, usdPerMillion, ...checked } of overlay.rates ?? []) {
    for (const id of ids)
      change(id, (model) => everyPrice(model, withRates(usdPerMillion, checked)));
  }
  for (const { models: ids, tokens, checkedOn, source } of overlay.maxOutputTokens ?? []) {
    for (const id of ids) {
      change(id, (model) => ({ ...model, maxOutputTokens: { tokens, checkedOn, source } }));
    }
  }
  for (const tier of overlay.tiers ?? []) {
    for (const id of tier.models) {
      change(id, (model) => ({ ...model, prices: [...model.prices, ...tierPrices(model, tier)] }));
    }
  }
  return { ...list, models: [...models.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
