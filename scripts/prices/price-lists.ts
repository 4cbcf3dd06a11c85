import { datedPrices } from './dated-prices.ts';
import { firstMatch, namesOf, someSnapshots } from './names.ts';
import { withOverlay } from './overlay.ts';
import type { Overlay } from './overlay-format.ts';
import type { ListedModel, PriceList } from './price-list.ts';
import type { ModelInfo, Provider, Source } from './source.ts';

/** Providers under the name that people write, where the source has another. */
const renamed: Readonly<Record<string, string>> = { 'x-ai': 'xai' };

/** The name of a provider's price list and of its files. */
export function listName(providerId: string): string {
  return renamed[providerId] ?? providerId.replaceAll('_', '-');
}

/**
 * The price lists of all providers, out of the source's data and our overlays, as of today.
 *
 * Models that are not billed by the token (speech by the hour, pages, images) are left out: a chat's
 * usage cannot price them, so they stay unknown.
 */
export function priceLists(
  source: Source,
  overlays: readonly Overlay[],
  today: string,
): PriceList[] {
  const overlaid = new Map(overlays.map((overlay) => [overlay.provider, overlay]));
  return source.providers.map((provider) => {
    const others = (provider.fallback_model_providers ?? []).flatMap((id) =>
      source.providers.filter((other) => other.id === id),
    );
    const own = provider.models.map((model) => listed(provider, model, source.name, today));
    const resold = others.flatMap((seller) =>
      seller.models.map((model) => listed(seller, model, source.name, today)),
    );
    const models = withResold(provider, own, resold);
    const name = listName(provider.id);
    const list: PriceList = {
      provider: name,
      unit: 'picodollars per token',
      models: named(models),
    };
    const overlay = overlaid.get(name);
    return overlay === undefined ? list : withOverlay(list, overlay);
  });
}

function listed(
  provider: Provider,
  model: ModelInfo,
  sourceName: string,
  today: string,
): ListedModel {
  const { aliases, datedNames } = namesOf(provider, model);
  const url = provider.pricing_urls?.[0] ?? provider.name;
  const checked = { checkedOn: today, source: `${url}, as in ${sourceName}` };
  return {
    id: model.id,
    aliases,
    ...(datedNames.length > 0 && { datedNames }),
    ...(model.context_window !== undefined && { contextTokens: model.context_window }),
    prices: isFree(model) ? [freePrice(checked)] : datedPrices(model, checked),
  };
}

/** OpenRouter's `:free` models have no rates in the source, because they cost nothing. */
function isFree({ id, prices }: ModelInfo): boolean {
  return id.endsWith(':free') && Object.keys(prices).length === 0;
}

function freePrice(checked: { checkedOn: string; source: string }) {
  const leaves = ['input.text.fresh', 'input.text.cached', 'input.text.cacheWrite', 'output.text'];
  const rates = Object.fromEntries(leaves.map((leaf) => [leaf, 0]));
  return { serviceTier: 'default', ...checked, bands: [{ rates }] };
}

/**
 * A provider's own models and those of others that it resells at their price. A name that the
 * provider's own rules cover is a name of its own model.
 */
function withResold(
  provider: Provider,
  own: readonly ListedModel[],
  resold: readonly ListedModel[],
): ListedModel[] {
  const ownModel = (name: string) => firstMatch(provider, name)?.id;
  const names = resold.flatMap(({ id, aliases }) => [id, ...aliases]);
  const renamed = own.map((model) => {
    const more = names.filter((name) => name !== model.id && ownModel(name) === model.id);
    return { ...model, aliases: [...new Set([...model.aliases, ...more])].sort() };
  });
  const foreign = resold
    .filter(({ id }) => ownModel(id) === undefined)
    .map((model) => {
      const { datedNames = [] } = model;
      const isForeign = (name: string) => ownModel(name) === undefined;
      return {
        ...model,
        aliases: model.aliases.filter(isForeign),
        datedNames: datedNames.filter((name) => someSnapshots(name).every(isForeign)),
      };
    });
  return [...renamed, ...foreign];
}

/** Every name once: the model that comes first keeps it, an id before another's alias. */
function named(models: readonly ListedModel[]): ListedModel[] {
  const priced = models.filter(({ prices }) => prices.length > 0);
  const unique = new Map<string, ListedModel>();
  for (const model of priced) {
    const key = model.id.toLowerCase();
    if (!unique.has(key)) unique.set(key, model);
  }
  const taken = new Set(unique.keys());
  const dated = new Set<string>();
  return [...unique.values()]
    .map((model) => {
      const aliases = model.aliases.filter((name) => !taken.has(name.toLowerCase()));
      for (const name of aliases) taken.add(name.toLowerCase());
      const datedNames = (model.datedNames ?? []).filter((name) => !dated.has(name));
      for (const name of datedNames) dated.add(name);
      const { datedNames: _, ...rest } = model;
      return { ...rest, aliases, ...(datedNames.length > 0 && { datedNames }) };
    })
    .map(inOrder)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function inOrder(model: ListedModel): ListedModel {
  const { id, aliases, datedNames, contextTokens, maxOutputTokens, prices } = model;
  return {
    id,
    aliases,
    ...(datedNames !== undefined && { datedNames }),
    ...(contextTokens !== undefined && { contextTokens }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    prices,
  };
}
