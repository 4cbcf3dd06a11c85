import {
  type Catalogue,
  type ChatRequest,
  findPrice,
  isChatError,
  type Picodollars,
  type Price,
  type Scope,
} from '@farebox/core';
import { boundTokens, costsNothing, maxCost, type TokenBound } from '@farebox/core/bound';
import { noBound } from '../store/budget-errors.js';
import { highestPrice } from './highest-price.js';

/**
 * What to do about a model or a tier that the price list lacks, under a hard limit.
 *
 * `refuse`: the call is not sent. `assume-highest`: it counts at the dearest rates of the whole list.
 * `allow`: it is sent while anything is left, nothing is reserved, and the limit no longer holds for it.
 */
export type UnknownPricePolicy = 'refuse' | 'assume-highest' | 'allow';

/** The most an attempt can cost, and what that rests on. */
export interface AttemptBound {
  readonly amount: Picodollars;
  readonly tokens: TokenBound;
  /** Of the tier that is asked for and the standard one; the dearer counts. */
  readonly prices: readonly Price[];
}

/**
 * The most an attempt can cost; undefined only where no hard limit asks for it, or its price may be unknown.
 *
 * A tier is a wish: what asks for `flex` or `priority` may be served, and billed, as standard. So the
 * dearer of the two prices counts, and a tier without a price has no bound.
 *
 * @throws {ChatError} `budget` when nothing bounds it and a scope has a hard limit; the message says what.
 */
export function attemptBound(
  request: ChatRequest,
  prices: Catalogue,
  at: number,
  scopes: readonly Scope[],
  unknownPrice: UnknownPricePolicy = 'refuse',
): AttemptBound | undefined {
  const { model, service_tier: serviceTier } = request;
  const priceOf = (tier?: typeof serviceTier) => {
    const found = findPrice(prices, { model, at, serviceTier: tier });
    const assumed = found.kind === 'unknown' && unknownPrice === 'assume-highest';
    return assumed ? highestPrice(prices, model) : found;
  };
  const standard = priceOf();
  const wished = priceOf(serviceTier);
  const maxOutputTokens = standard.kind === 'price' ? standard.maxOutputTokens : undefined;
  const tokens = boundTokens(request, { maxOutputTokens });
  const isFree = [standard, wished].every((one) => one.kind === 'price' && costsNothing(one));
  const reasons = isFree ? [] : tokens.unbounded.map((part) => `no bound for ${part}`);
  if (standard.kind === 'unknown') reasons.unshift(`no price for model "${model}"`);
  else if (wished.kind === 'unknown') reasons.unshift(`no price for service_tier "${serviceTier}"`);
  else if (reasons.length === 0) {
    const bound = boundAt(tokens, [standard, wished], reasons);
    if (bound !== undefined) return bound;
  }
  const unpriced = standard.kind === 'unknown' || wished.kind === 'unknown';
  if (unpriced && unknownPrice === 'allow') return undefined;
  const limited = scopes.find(({ limit, soft }) => limit !== undefined && soft !== true);
  if (limited !== undefined) throw noBound(limited, reasons.join(', '));
  return undefined;
}

/** The same attempt with another number of output tokens: a lower ceiling, or what has arrived of it. */
export function costAt(bound: AttemptBound, outputTokens: number): Picodollars {
  const outputAudioTokens = Math.min(bound.tokens.outputAudioTokens, outputTokens);
  return dearest({ ...bound.tokens, outputTokens, outputAudioTokens }, bound.prices);
}

function boundAt(
  tokens: TokenBound,
  prices: readonly Price[],
  reasons: string[],
): AttemptBound | undefined {
  try {
    return { amount: dearest(tokens, prices), tokens, prices };
  } catch (error) {
    if (!isChatError(error) || error.code !== 'unbounded') throw error;
    reasons.push(error.message);
    return undefined;
  }
}

function dearest(tokens: TokenBound, prices: readonly Price[]): Picodollars {
  let most = 0n;
  for (const price of prices) {
    const cost = maxCost(tokens, price);
    if (cost > most) most = cost;
  }
  return most;
}
