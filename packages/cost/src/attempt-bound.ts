import {
  type Catalogue,
  type ChatRequest,
  findPrice,
  isChatError,
  type Picodollars,
  type Price,
  type Scope,
} from '@farebox/core';
import { boundTokens, maxCost, type TokenBound } from '@farebox/core/bound';
import { noBound } from './budget-errors.js';

/**
 * The most an attempt can cost; undefined only where no limit asks for it.
 *
 * A tier is a wish: what asks for `flex` or `priority` may be served, and billed, as standard. So the
 * dearer of the two prices counts, and a tier without a price has no bound.
 *
 * @throws {ChatError} `budget` when nothing bounds it and a scope has a limit; the message says what.
 */
export function attemptBound(
  request: ChatRequest,
  prices: Catalogue,
  at: number,
  scopes: readonly Scope[],
): Picodollars | undefined {
  const { model, service_tier: serviceTier } = request;
  const standard = findPrice(prices, { model, at });
  const wished = findPrice(prices, { model, at, serviceTier });
  const maxOutputTokens = standard.kind === 'price' ? standard.maxOutputTokens : undefined;
  const tokens = boundTokens(request, { maxOutputTokens });
  const reasons = tokens.unbounded.map((part) => `no bound for ${part}`);
  if (standard.kind === 'unknown') reasons.unshift(`no price for model "${model}"`);
  else if (wished.kind === 'unknown') reasons.unshift(`no price for service_tier "${serviceTier}"`);
  else if (reasons.length === 0) {
    const bound = dearer(tokens, [standard, wished], reasons);
    if (bound !== undefined) return bound;
  }
  const limited = scopes.find((scope) => scope.limit !== undefined);
  if (limited !== undefined) throw noBound(limited, reasons.join(', '));
  return undefined;
}

function dearer(
  tokens: TokenBound,
  prices: readonly Price[],
  reasons: string[],
): Picodollars | undefined {
  let most = 0n;
  try {
    for (const price of prices) {
      const cost = maxCost(tokens, price);
      if (cost > most) most = cost;
    }
    return most;
  } catch (error) {
    if (!isChatError(error) || error.code !== 'unbounded') throw error;
    reasons.push(error.message);
    return undefined;
  }
}
