import { type ChatStream, type Layer, newCallId, type StreamEnd } from '@farebox/core';
import { type AttemptPolicies, checkPolicies } from './attempt/attempt-policies.js';
import { checkStoreContent } from './attempt/keep-content.js';
import { type OpenAttempt, openAttempt } from './attempt/open-attempt.js';
import { guardOutput, isOverReserved } from './attempt/output-guard.js';
import { askedOnce, type PriceSource } from './attempt/price-source.js';
import type { Admission, Ledger } from './ledger.js';
import type { PendingReceipts } from './pending-receipts.js';
import type { Receipt } from './receipt.js';

export interface MeterOptions extends AttemptPolicies {
  readonly ledger: Ledger;
  /**
   * A price list, or a function that gets one when the first attempt needs it, such as `priceLists.groq`.
   * Default: `priceLists.openai`.
   */
  readonly prices?: PriceSource | undefined;
  /**
   * Stores with each receipt what was asked and answered, for `receipts({ content: true })`: `true`, or the secrets
   * that must not be in it; what looks like a key never is. Default: nothing of a prompt or an answer is stored.
   */
  readonly storeContent?: boolean | readonly string[] | undefined;
  /** Hears of each reservation, by the id that its receipt will have. */
  readonly onReserved?: ((id: string, admission: Admission) => void) | undefined;
  /** Hears of each receipt once it is in the ledger. */
  readonly onReceipt?: ((receipt: Receipt) => void) | undefined;
  /** Counts each attempt until its receipt is in the ledger, also where nobody waits for that (`drain`). */
  readonly pending?: PendingReceipts | undefined;
}

/**
 * Reserves the worst case of every attempt before it leaves, and settles what it used.
 *
 * Put it below `retry()`, so that each attempt is paid for, and above `clocks()`, so that a
 * time-out is settled too. The stream ends for its reader only once the receipt is in the ledger, unless
 * what they have left is drained: then the money stays reserved until that is over.
 *
 * @throws {ChatError} `budget` when a scope of the call (`budgetScope`) has no room; nothing was sent. The
 * stream throws it, with the partial, when an answer grows beyond what was reserved for it.
 * `store` when the ledger cannot be read or written. `configuration`, at once, for a policy that does not exist.
 * @example
 * const call = stack(budgetScope(session), retry(), meter({ ledger }), clocks())(transport);
 */
export function meter(options: MeterOptions): Layer {
  checkPolicies(options);
  checkStoreContent(options.storeContent);
  const { ledger, onReserved, onReceipt, storeContent } = options;
  const prices = askedOnce(options.prices);
  const { unknownPrice, unknownOutcome, fit } = options;

  return (next) => async (request, context) => {
    const { clock, random = Math.random, scopes = [], tags, attempt = 1, onEvent } = context;
    const callId = context.callId ?? newCallId(random);
    const now = clock === undefined ? undefined : () => clock.now();
    const policies = { unknownPrice, unknownOutcome, fit };
    const what = { request, scopes, callId, attempt, tags, storeContent };
    const written = options.pending?.begin();
    const list = typeof prices === 'function' ? prices() : prices;
    if (list instanceof Promise) clock?.hold?.(list);
    const paid = { ledger, prices: () => list, now, ...policies, ...what };
    const open = await openAttempt(paid).catch((error) => {
      written?.();
      throw error;
    });
    onReserved?.(open.id, open.admission);
    const { outputTokens } = open;
    const { softLimits } = open.admission;
    if (softLimits.length > 0) onEvent?.({ type: 'soft-limit', attempt, scopeIds: softLimits });
    const settled = async (receipt: Promise<Receipt>) => {
      try {
        onReceipt?.(await receipt);
        written?.();
      } catch (error) {
        written?.(error);
        throw error;
      }
    };
    const limited = scopes.some(({ limit, soft }) => limit !== undefined && soft !== true);
    const { modalities, n } = request;
    const settleAtEnd = (stream: ChatStream) => {
      if (limited && outputTokens !== undefined && !modalities?.includes('audio')) {
        guardOutput(stream, outputTokens);
      }
      stream.watch({ end: (end) => settled(settleStream(open, stream, end, n ?? 1)) });
    };
    let isDrained = false;
    const onDrain = (drained: ChatStream) => {
      isDrained = true;
      settleAtEnd(drained);
      context.onDrain?.(drained);
    };
    let stream: ChatStream;
    try {
      stream = await next(open.request, { ...context, callId, onDrain });
    } catch (error) {
      if (!isDrained) await settled(open.fail(error));
      throw error;
    }
    settleAtEnd(stream);
    return stream;
  };
}

function settleStream(
  open: OpenAttempt,
  stream: ChatStream,
  end: StreamEnd,
  expectedChoices: number,
): Promise<Receipt> {
  const partial = stream.partial();
  const { requestId } = stream.facts;
  if (end === 'completed') return open.settle(partial, end, requestId);
  if (typeof end === 'object' && isOverReserved(end.failed)) {
    return open.fail(end.failed.with({ partial, requestId }));
  }
  // Usage counts only once every answer has finished: before, it is not the last word.
  const finished = partial.choices.filter((choice) => choice.finish_reason !== null);
  const outcome = typeof end === 'string' ? end : end.failed.kind;
  const { usage: _, ...unfinished } = partial;
  return open.settle(finished.length >= expectedChoices ? partial : unfinished, outcome, requestId);
}
