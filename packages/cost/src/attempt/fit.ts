import type { ChatRequest, Picodollars } from '@farebox/core';
import { type AttemptBound, costAt } from './attempt-bound.js';

/** Sends a call with a lower output ceiling rather than refusing it. */
export interface FitOptions {
  /** The fewest output tokens (of each choice) that an answer is still worth asking for. */
  readonly leastTokens: number;
}

/** What the attempt costs at the floor: what a budget must have left. */
export function leastCost(
  bound: AttemptBound,
  request: ChatRequest,
  { leastTokens }: FitOptions,
): Picodollars {
  return costAt(
    bound,
    leastTokens < ceilingOf(bound, request)
      ? atCeiling(bound, request, leastTokens)
      : bound.tokens.outputTokens,
  );
}

/**
 * The request with the largest output ceiling that the money buys, and what that can cost at most.
 *
 * The money must be enough for the floor: reserve with `atLeast` first.
 */
export function fitRequest(
  bound: AttemptBound,
  request: ChatRequest,
  money: Picodollars,
): { readonly request: ChatRequest; readonly bound: AttemptBound } {
  if (money >= bound.amount) return { request, bound };
  let low = 0;
  let high = ceilingOf(bound, request);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (costAt(bound, atCeiling(bound, request, middle)) <= money) low = middle;
    else high = middle;
  }
  const outputTokens = atCeiling(bound, request, low);
  const tokens = { ...bound.tokens, outputTokens };
  const outputAudioTokens = Math.min(tokens.outputAudioTokens, outputTokens);
  return {
    request: withCeiling(request, low),
    bound: {
      ...bound,
      amount: costAt(bound, outputTokens),
      tokens: { ...tokens, outputAudioTokens },
    },
  };
}

/** Output tokens of all choices at another ceiling; a prediction that is billed with them stays. */
function atCeiling(bound: AttemptBound, request: ChatRequest, ceiling: number): number {
  const choices = request.n ?? 1;
  return bound.tokens.outputTokens - choices * (ceilingOf(bound, request) - ceiling);
}

/** Of one choice; what the bound took for it is the larger of the two fields, or the model's own. */
function ceilingOf({ tokens, prices }: AttemptBound, request: ChatRequest): number {
  const { max_completion_tokens: current, max_tokens: deprecated } = request;
  if (current == null && deprecated == null) {
    return prices[0]?.maxOutputTokens ?? Math.floor(tokens.outputTokens / (request.n ?? 1));
  }
  return Math.max(current ?? 0, deprecated ?? 0);
}

/** Both fields where both are set, because servers differ in which one they know. */
function withCeiling(request: ChatRequest, ceiling: number): ChatRequest {
  const { max_completion_tokens: current, max_tokens: deprecated } = request;
  return {
    ...request,
    ...((current != null || deprecated == null) && {
      max_completion_tokens: Math.min(current ?? ceiling, ceiling),
    }),
    ...(deprecated != null && { max_tokens: Math.min(deprecated, ceiling) }),
  };
}
