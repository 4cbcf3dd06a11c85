import { isProvider, providers } from '@farebox/client';
import type { Catalogue } from '@farebox/core';

/** The price list of a provider, by the name that `--provider` knows it by, or by that of the list itself. */
export function listNameOf(provider: string | undefined): string | undefined {
  return provider !== undefined && isProvider(provider) ? providers[provider].prices : provider;
}

/**
 * Every price list; loaded when a command needs it, because it is nearly a megabyte.
 *
 * @param list the name of the one that is asked for. `local` stands alone: on it, any name has a price.
 */
export async function loadPriceLists(list?: string): Promise<readonly Catalogue[]> {
  if (list === 'local') return [(await import('@farebox/core/prices/local')).localPrices];
  const { allPrices } = await import('@farebox/core/prices/all');
  return allPrices;
}
