import { type UsageLeaf, usageLeaves } from '../usage/usage-leaves.js';
import type { Band, DatedPrice, Rates } from './catalogue.js';
import { rateOf } from './rate-of.js';

const rates = Object.fromEntries(usageLeaves.map((leaf) => [leaf, 0n])) as Record<UsageLeaf, 0n>;

/** The price of everything on a list where all is free: nothing for any kind of token, on any tier. */
export const freePrice: DatedPrice & { readonly rates: Rates } = {
  serviceTier: 'default',
  checkedOn: '',
  source: 'every model of the list is free',
  bands: [{ rates }],
  rates,
};

/** Whether nothing can cost anything at this price, however much of it is used. */
export function costsNothing(price: Pick<DatedPrice, 'bands' | 'perRequest'>): boolean {
  const { bands, perRequest = 0n } = price;
  const isFree = ({ rates }: Band) => usageLeaves.every((leaf) => rateOf(rates, leaf) === 0n);
  return perRequest === 0n && bands.length > 0 && bands.every(isFree);
}
