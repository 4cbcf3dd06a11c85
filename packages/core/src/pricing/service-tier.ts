/** Names of the tier that costs the list price, as OpenAI, Groq and others spell it. */
const standardNames: readonly string[] = ['default', 'auto', 'standard', 'on_demand'];

/**
 * The tier to look up on a price list, from what a request asks for or a reply reports.
 *
 * The reply's value is the tier served and the one to price; the request's is a wish. OpenAI's `fast`
 * is its `priority` under a newer name.
 *
 * @example
 * pricedTier(undefined); // => 'default'
 * pricedTier('fast'); // => 'priority'
 */
export function pricedTier(serviceTier: string | null | undefined): string {
  if (serviceTier === undefined || serviceTier === null) return 'default';
  if (standardNames.includes(serviceTier)) return 'default';
  return serviceTier === 'fast' ? 'priority' : serviceTier;
}
