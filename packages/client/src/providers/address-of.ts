import type { Provider } from './provider.js';

/**
 * The address of a provider; for one with an address for each customer, that of the environment's variable.
 *
 * @param variable looks up a variable; an empty one is none.
 * @returns undefined where the customer's address is not set.
 */
export function addressOf(
  { baseURL, ownAddress }: Provider,
  variable: (name: string) => string | undefined,
): string | undefined {
  if (ownAddress === undefined) return baseURL;
  const address = variable(ownAddress.variable)?.replace(/\/+$/, '');
  if (!address || address.endsWith(ownAddress.path)) return address || undefined;
  return address + ownAddress.path;
}
