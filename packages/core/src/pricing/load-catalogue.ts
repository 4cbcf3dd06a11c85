import type { Band, Catalogue, CataloguedModel, DatedPrice, Rates } from './catalogue.js';

type Numbers = Readonly<Record<string, number | undefined>>;

/** A price list as it stands in `prices/*.json`: money as whole numbers of picodollars. */
export interface CatalogueJson {
  readonly provider: string;
  readonly unit: string;
  readonly models: readonly (Omit<CataloguedModel, 'maxOutputTokens' | 'prices'> & {
    readonly maxOutputTokens?:
      | { readonly tokens: number; readonly checkedOn: string; readonly source: string }
      | undefined;
    readonly prices: readonly (Omit<DatedPrice, 'bands' | 'perRequest'> & {
      readonly bands: readonly (Omit<Band, 'rates'> & { readonly rates: Numbers })[];
      readonly perRequest?: number | undefined;
    })[];
  })[];
}

/**
 * A catalogue from its JSON form: prices per token become `bigint`.
 *
 * JSON carries them as integers, which are exact up to $9,000 a token.
 *
 * @throws {RangeError} for a price that is no whole number of picodollars, or one below 0.
 * @throws {TypeError} for a list in another unit.
 * @example
 * import data from '@farebox/core/prices/openai.json' with { type: 'json' };
 * const openaiPrices = loadCatalogue(data);
 */
export function loadCatalogue(json: CatalogueJson): Catalogue {
  if (json.unit !== 'picodollars per token') {
    throw new TypeError(`The price list is in ${json.unit}, not in picodollars per token.`);
  }
  return {
    provider: json.provider,
    models: json.models.map((model) => ({
      ...model,
      maxOutputTokens: model.maxOutputTokens?.tokens,
      prices: model.prices.map(({ perRequest, ...price }) => ({
        ...price,
        ...(perRequest !== undefined && { perRequest: picodollars(perRequest) }),
        bands: price.bands.map((band) => ({ ...band, rates: exactRates(band.rates) })),
      })),
    })),
  };
}

function exactRates(rates: Numbers): Rates {
  return Object.fromEntries(
    Object.entries(rates).flatMap(([leaf, rate]) =>
      rate === undefined ? [] : [[leaf, picodollars(rate)]],
    ),
  );
}

function picodollars(amount: number): bigint {
  if (Number.isSafeInteger(amount) && amount >= 0) return BigInt(amount);
  throw new RangeError(`${amount} is no whole number of picodollars of 0 or more.`);
}
