import {
  type Catalogue,
  type ChatRequest,
  findPrice,
  newCallId,
  type Picodollars,
  type Scope,
} from '@farebox/core';
import type { Admission, Ledger } from '../ledger.js';
import type { Outcome, Receipt, Settlement } from '../receipt.js';
import { attemptBound } from './attempt-bound.js';
import { type AttemptPolicies, checkPolicies } from './attempt-policies.js';
import { fitRequest, leastCost } from './fit.js';
import { checkStoreContent, keepContent } from './keep-content.js';
import { nameIn } from './names-and-numbers.js';
import { once } from './once.js';
import { mayBeBilled, toChatError } from './outcome.js';
import { isOverReserved } from './output-guard.js';
import { type BilledReply, priceReply } from './price-reply.js';
import { catalogueOf, type PriceSource } from './price-source.js';
import { costOfOverrun, costOfUnknown } from './unknown-outcome.js';

export interface OpenAttemptOptions extends AttemptPolicies {
  readonly ledger: Ledger;
  readonly request: ChatRequest;
  /** Where the cost counts; every hard limit among them must have room. Default: nowhere, receipts only. */
  readonly scopes?: readonly Scope[] | undefined;
  /** A price list, or a function that gets one. Default: OpenAI's. */
  readonly prices?: PriceSource | undefined;
  readonly callId?: string | undefined;
  /** From 1. A retry of the same call is another attempt, and paid for like any other. */
  readonly attempt?: number | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Stores what is asked and answered with the receipt: `true`, or secrets that must not be in it. Default: nothing. */
  readonly storeContent?: boolean | readonly string[] | undefined;
  /** Wall-clock time in milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** For the call's id. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** An attempt whose worst case is reserved. Settle or fail it, once; a second time changes nothing. */
export interface OpenAttempt {
  /** The id of the reservation and of the receipt. */
  readonly id: string;
  /** What to send: the request, with a lower output ceiling where `fit` had to make it fit. */
  readonly request: ChatRequest;
  /** The most it can cost; undefined where nothing bounds it. */
  readonly bound: Picodollars | undefined;
  /** The most output tokens that are paid for, over all choices; undefined where nothing bounds them. */
  readonly outputTokens: number | undefined;
  /** What the ledger answered: the money that is set aside, soft limits that it can pass, what the scopes come to. */
  readonly admission: Admission;
  /** It ended with a reply: charges what the reply reports, or by `unknownOutcome` if it reports nothing. */
  settle(reply: BilledReply, outcome?: Outcome, requestId?: string): Promise<Receipt>;
  /** It failed: charges nothing if the provider refused, and by `unknownOutcome` if it may have generated. */
  fail(error: unknown): Promise<Receipt>;
}

/**
 * Reserves the worst case of one attempt, to be called before it leaves.
 *
 * This is the whole of a hard budget beside any client: reserve, call, settle. Not settling keeps
 * the money reserved, which is safe and wasteful.
 *
 * @throws {ChatError} `budget` when a scope has no room, or the cost has no upper bound under a hard limit;
 * `configuration` for a request whose numbers are none; `store` when the ledger cannot say.
 * @example
 * const attempt = await openAttempt({ ledger, scopes: [session], request });
 * try {
 *   const completion = await openai.chat.completions.create(attempt.request);
 *   await attempt.settle(completion);
 * } catch (error) {
 *   await attempt.fail(error);
 *   throw error;
 * }
 */
export async function openAttempt(options: OpenAttemptOptions): Promise<OpenAttempt> {
  checkPolicies(options);
  checkStoreContent(options.storeContent);
  const { ledger, scopes = [], attempt = 1, tags = {} } = options;
  const { now = Date.now, random = Math.random, unknownOutcome = 'max', fit } = options;
  const callId = options.callId ?? newCallId(random);
  const id = `${callId}/${attempt}`;
  const at = now();
  const { model } = options.request;
  const prices = await catalogueOf(options.prices);
  const most = attemptBound(options.request, prices, at, scopes, options.unknownPrice);
  const admission = await ledger.reserve({
    id,
    callId,
    attempt,
    amount: most?.amount,
    ...(fit && most && { atLeast: leastCost(most, options.request, fit) }),
    scopes,
    tags,
    model,
  });
  const { request, bound } =
    most === undefined
      ? { request: options.request, bound: most }
      : fitRequest(most, options.request, admission.amount);

  const asked = { model, price: most?.prices[0] ?? listed(prices, model, at) };
  const contentWith = keepContent(options.storeContent, request);
  const resolveOnce = once<Receipt>();
  return {
    id,
    request,
    bound: bound?.amount,
    outputTokens: finite(bound?.tokens.outputTokens),
    admission,
    settle: (reply, outcome = 'completed', requestId) =>
      resolveOnce(() => {
        const unreported = () => costOfUnknown(unknownOutcome, bound, outcome, reply);
        const priced = priceReply(reply, asked, unreported, prices, at);
        const known = { outcome, ...facts(reply, requestId), ...contentWith(reply) };
        return ledger.settle(id, { ...priced, ...known });
      }),
    fail: (thrown) =>
      resolveOnce(() => {
        const error = toChatError(thrown);
        const { kind: outcome, requestId, partial = {} } = error;
        const known = { outcome, model, ...facts(partial, requestId), ...contentWith(partial) };
        if (bound !== undefined && isOverReserved(error)) {
          return ledger.settle(id, { ...known, cost: costOfOverrun(bound, partial) });
        }
        if (!mayBeBilled(error)) return ledger.release(id, known);
        const cost = costOfUnknown(unknownOutcome, bound, outcome, partial);
        return ledger.settle(id, { ...known, cost });
      }),
  };
}

/** What costs nothing may have no bound of tokens. */
function finite(tokens: number | undefined): number | undefined {
  return Number.isFinite(tokens) ? tokens : undefined;
}

function listed(prices: Catalogue, model: string, at: number) {
  const found = findPrice(prices, { model, at });
  return found.kind === 'price' ? found : undefined;
}

function facts(
  reply: BilledReply,
  requestId: string | undefined,
): Pick<Settlement, 'finishReason' | 'requestId'> {
  const finishReason = nameIn(reply.choices?.[0]?.finish_reason);
  const id = nameIn(requestId);
  return {
    ...(finishReason !== undefined && { finishReason }),
    ...(id !== undefined && { requestId: id }),
  };
}
