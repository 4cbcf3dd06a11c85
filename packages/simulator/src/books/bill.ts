import type { Rates } from './rates.js';

/** What the tokens cost, in picodollars: the simulator's own sum, next to nobody else's. */
export function bill(rates: Rates, promptTokens: number, completionTokens: number): bigint {
  return BigInt(promptTokens) * rates.freshInput + BigInt(completionTokens) * rates.output;
}
