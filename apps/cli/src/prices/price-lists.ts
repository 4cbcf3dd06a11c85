import type { Catalogue } from '@farebox/core';

/** Every price list; loaded when a command needs it, because it is nearly a megabyte. */
export async function loadPriceLists(): Promise<readonly Catalogue[]> {
  const { allPrices } = await import('@farebox/core/prices/all');
  return allPrices;
}
