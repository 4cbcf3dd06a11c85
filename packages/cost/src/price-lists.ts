import type { Catalogue } from '@farebox/core';

/**
 * Price lists by the name of who charges them, each loaded when it is called for. In `local`, every model is free.
 *
 * They are literal imports, so that a bundler gives each a file of its own. Further ones are in
 * `@farebox/core/prices/…`, to be imported by whoever needs them.
 *
 * @example
 * const metered = meter({ ledger, prices: priceLists.groq });
 */
export const priceLists = {
  openai: async () => (await import('@farebox/core/prices/openai')).openaiPrices,
  azure: async () => (await import('@farebox/core/prices/azure')).azurePrices,
  anthropic: async () => (await import('@farebox/core/prices/anthropic')).anthropicPrices,
  google: async () => (await import('@farebox/core/prices/google')).googlePrices,
  groq: async () => (await import('@farebox/core/prices/groq')).groqPrices,
  mistral: async () => (await import('@farebox/core/prices/mistral')).mistralPrices,
  deepseek: async () => (await import('@farebox/core/prices/deepseek')).deepseekPrices,
  xai: async () => (await import('@farebox/core/prices/xai')).xaiPrices,
  openrouter: async () => (await import('@farebox/core/prices/openrouter')).openrouterPrices,
  together: async () => (await import('@farebox/core/prices/together')).togetherPrices,
  local: async () => (await import('@farebox/core/prices/local')).localPrices,
} as const satisfies Readonly<Record<string, () => Promise<Catalogue>>>;

export type PriceListName = keyof typeof priceLists;
