import type { Catalogue } from './catalogue.js';

/** A price list as it stands in `prices/*.json`: money as whole numbers of picodollars per token. */
export interface CatalogueJson {
  readonly provider: string;
  readonly models: readonly {
    readonly id: string;
    readonly aliases: readonly string[];
    readonly maxOutputTokens?: { readonly tokens: number };
    readonly prices: readonly {
      readonly from: string;
      readonly to?: string;
      readonly checkedOn: string;
      readonly source: string;
      readonly freshInput: number;
      readonly cachedInput: number;
      readonly output: number;
    }[];
  }[];
}

/**
 * A catalogue from its JSON form: per-token prices become `bigint`.
 *
 * JSON carries them as integers, which are exact up to $9,000 a token.
 *
 * @throws {RangeError} for a price that is no whole number of picodollars.
 */
export function loadCatalogue(json: CatalogueJson): Catalogue {
  return {
    provider: json.provider,
    models: json.models.map((model) => ({
      id: model.id,
      aliases: model.aliases,
      maxOutputTokens: model.maxOutputTokens?.tokens,
      prices: model.prices.map(({ freshInput, cachedInput, output, ...entry }) => ({
        ...entry,
        perToken: {
          freshInput: BigInt(freshInput),
          cachedInput: BigInt(cachedInput),
          output: BigInt(output),
        },
      })),
    })),
  };
}
