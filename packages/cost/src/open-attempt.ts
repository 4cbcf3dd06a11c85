import {
  type Catalogue,
  type ChatRequest,
  findPrice,
  newCallId,
  type Picodollars,
  type Scope,
} from '@farebox/core';
import { openaiPrices } from '@farebox/core/prices/openai';
import { attemptBound } from './attempt-bound.js';
import type { Ledger } from './ledger.js';
import { mayBeBilled, toChatError } from './outcome.js';
import { type BilledReply, boundedCost, priceReply } from './price-reply.js';
import type { Outcome, Receipt, Settlement } from './receipt.js';

export interface OpenAttemptOptions {
  readonly ledger: Ledger;
  readonly request: ChatRequest;
  /** Where the cost counts; every limit among them must have room. Default: nowhere, receipts only. */
  readonly scopes?: readonly Scope[] | undefined;
  /** Default: OpenAI's. */
  readonly prices?: Catalogue | undefined;
  readonly callId?: string | undefined;
  /** From 1. A retry of the same call is another attempt, and paid for like any other. */
  readonly attempt?: number | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Wall-clock time in milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** For the call's id. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** An attempt whose worst case is reserved. Settle or fail it, once; a second time changes nothing. */
export interface OpenAttempt {
  /** The most it can cost; undefined where nothing bounds it. */
  readonly bound: Picodollars | undefined;
  /** It ended with a reply: charges what the reply reports, or the bound if it reports nothing. */
  settle(reply: BilledReply, outcome?: Outcome, requestId?: string): Promise<Receipt>;
  /** It failed: charges nothing if the provider refused, and the bound if it may have generated. */
  fail(error: unknown): Promise<Receipt>;
}

/**
 * Reserves the worst case of one attempt, to be called before it leaves.
 *
 * This is the whole of a hard budget beside any client: reserve, call, settle. Not settling keeps
 * the money reserved, which is safe and wasteful.
 *
 * @throws {ChatError} `budget` when a scope has no room, or the cost has no upper bound under a limit;
 * `configuration` for a request whose numbers are none; `store` when the ledger cannot say.
 * @example
 * const attempt = await openAttempt({ ledger, scopes: [session], request });
 * try {
 *   const completion = await openai.chat.completions.create(request);
 *   await attempt.settle(completion);
 * } catch (error) {
 *   await attempt.fail(error);
 *   throw error;
 * }
 */
export async function openAttempt(options: OpenAttemptOptions): Promise<OpenAttempt> {
  const { ledger, request, scopes = [], prices = openaiPrices, attempt = 1, tags = {} } = options;
  const { now = Date.now, random = Math.random } = options;
  const callId = options.callId ?? newCallId(random);
  const id = `${callId}/${attempt}`;
  const at = now();
  const found = findPrice(prices, { model: request.model, at });
  const price = found.kind === 'price' ? found : undefined;
  const bound = attemptBound(request, prices, at, scopes);
  await ledger.reserve({ id, callId, attempt, amount: bound ?? 0n, scopes, tags });

  const asked = { model: request.model, price };
  const settle = (settlement: Settlement) => ledger.settle(id, settlement);
  return {
    bound,
    settle: (reply, outcome = 'completed', requestId) =>
      settle({ ...priceReply(reply, asked, bound, prices, at), outcome, ...withId(requestId) }),
    fail: (thrown) => {
      const error = toChatError(thrown);
      const cost: Settlement['cost'] = mayBeBilled(error)
        ? boundedCost(bound)
        : { known: 'reported', amount: 0n };
      const { kind: outcome, requestId } = error;
      return settle({ outcome, cost, model: request.model, ...withId(requestId) });
    },
  };
}

function withId(requestId: string | undefined): { requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}
