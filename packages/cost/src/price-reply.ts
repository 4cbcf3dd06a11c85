import {
  type Catalogue,
  type CompletionUsage,
  findPrice,
  invoice,
  isChatError,
  type Picodollars,
  type Price,
} from '@farebox/core';
import type { Settlement } from './receipt.js';

/** What a reply says about its cost. A `ChatCompletion` of Farebox or of the `openai` SDK fits. */
export interface BilledReply {
  readonly model?: string | undefined;
  readonly usage?: CompletionUsage | null | undefined;
  readonly service_tier?: string | null | undefined;
}

type Priced = Pick<Settlement, 'cost' | 'lines' | 'model' | 'serviceTier' | 'usage'>;

/**
 * Prices a reply by what it reports.
 *
 * The model that answered decides, and else the one that was asked. The price list knows the
 * standard tier only: on another one the amount is marked `estimated`. Without usage, or with usage
 * that does not add up, the bound is charged, and without a bound the cost is unknown.
 */
export function priceReply(
  reply: BilledReply,
  asked: { readonly model: string; readonly price: Price | undefined },
  bound: Picodollars | undefined,
  prices: Catalogue,
  at: number,
): Priced {
  const model = reply.model || asked.model;
  const serviceTier = reply.service_tier ?? undefined;
  const facts = { model, ...(serviceTier !== undefined && { serviceTier }) };
  const { usage } = reply;
  if (!usage) return { ...facts, cost: boundedCost(bound) };
  const answered = findPrice(prices, { model, at });
  const price = answered.kind === 'price' ? answered : asked.price;
  if (price === undefined) return { ...facts, usage, cost: { known: 'unknown' } };
  try {
    const { total, lines } = invoice(usage, price);
    const exact = answered.kind === 'price' && isStandardTier(serviceTier);
    return {
      ...facts,
      usage,
      lines,
      cost: { known: exact ? 'reported' : 'estimated', amount: total },
    };
  } catch (error) {
    // Usage that contradicts itself is not repaired: what it was at most is charged instead.
    if (!isChatError(error)) throw error;
    return { ...facts, usage, cost: boundedCost(bound) };
  }
}

export function boundedCost(bound: Picodollars | undefined): Settlement['cost'] {
  return bound === undefined ? { known: 'unknown' } : { known: 'bounded', amount: bound };
}

/** The tiers whose price the list has. */
export function isStandardTier(tier: string | null | undefined): boolean {
  return tier == null || tier === 'default' || tier === 'auto';
}
