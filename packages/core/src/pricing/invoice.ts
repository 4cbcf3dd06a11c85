import type { Picodollars } from '../money/money.js';
import { allocationMatters } from '../usage/allocation-matters.js';
import { inputTokens, type Usage, type UsageLeaf, usageLeaves } from '../usage/usage-leaves.js';
import { bandFor } from './band-for.js';
import type { DatedPrice } from './catalogue.js';
import { rateOf } from './rate-of.js';

/** One kind of token on an invoice, or the fee for the call itself. */
export interface InvoiceLine {
  readonly what: UsageLeaf | 'request';
  /** How many tokens; 1 for a request. */
  readonly units: number;
  readonly unitPrice: Picodollars;
  readonly amount: Picodollars;
}

export interface Invoice {
  readonly kind: 'invoice';
  /** Only what was used: no line has 0 units. */
  readonly lines: readonly InvoiceLine[];
  /** Exactly the sum of the lines. */
  readonly total: Picodollars;
  /**
   * What the amount rests on beside the counts: nobody reports which tokens were cached, text was
   * taken first, and another share of sound or pictures would cost differently.
   */
  readonly assumed?: 'cached-text-first';
}

/** No amount is known, because the price has no rate for something that was used. Never 0. */
export interface UnknownCost {
  readonly kind: 'unknown';
  readonly reason: 'rate';
  /** What has no rate. */
  readonly leaf: UsageLeaf;
}

/**
 * What usage costs, line by line, to the picodollar.
 *
 * Each token is on one line only. The size of the prompt decides the band, also when the price was
 * looked up for another size. What has no rate makes the whole cost unknown rather than too low.
 *
 * The worked example: a prompt of 1,000 tokens, of them 600 cached and 300 written to the cache,
 * 900 text and 100 sound. `readUsage` takes the 600 cached and the 300 written from the text, so what
 * is left is 100 of fresh sound: 600 + 300 + 100 = 1,000, each charged once.
 *
 * @example
 * const usage = readUsage({
 *   prompt_tokens: 1000,
 *   completion_tokens: 0,
 *   total_tokens: 1000,
 *   prompt_tokens_details: { cached_tokens: 600, cache_write_tokens: 300, text_tokens: 900, audio_tokens: 100 },
 * });
 * // At $2 fresh, $0.20 cached, $2.50 written and $32 sound per million:
 * // input.text.cached      600 ×    200,000 =   120,000,000
 * // input.text.cacheWrite  300 ×  2,500,000 =   750,000,000
 * // input.audio.fresh      100 × 32,000,000 = 3,200,000,000
 * const bill = invoice(usage, price);
 * if (bill.kind === 'invoice') formatUsd(bill.total); // => '0.00407'
 */
export function invoice(
  usage: Usage,
  price: Pick<DatedPrice, 'bands' | 'perRequest'>,
): Invoice | UnknownCost {
  const rates = bandFor(price.bands, inputTokens(usage))?.rates ?? {};
  const lines: InvoiceLine[] = [];
  for (const what of usageLeaves) {
    const units = usage[what] ?? 0;
    if (units === 0) continue;
    const unitPrice = rateOf(rates, what);
    if (unitPrice === undefined) return { kind: 'unknown', reason: 'rate', leaf: what };
    lines.push({ what, units, unitPrice, amount: BigInt(units) * unitPrice });
  }
  const { perRequest } = price;
  if (perRequest !== undefined) {
    lines.push({ what: 'request', units: 1, unitPrice: perRequest, amount: perRequest });
  }
  return {
    kind: 'invoice',
    lines,
    total: lines.reduce((sum, { amount }) => sum + amount, 0n),
    ...(allocationMatters(usage, (leaf) => rateOf(rates, leaf)) && {
      assumed: 'cached-text-first' as const,
    }),
  };
}
