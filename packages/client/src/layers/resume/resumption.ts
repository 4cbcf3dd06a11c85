import {
  abortError,
  type Call,
  type CallContext,
  type CallEvent,
  type ChatError,
  type ChatRequest,
  type ChatStream,
  type Clock,
  decideRetry,
  defaultRetryPolicy,
  type ErrorKind,
  type HandedOut,
  isChatError,
  type RetryPolicy,
  retryCost,
} from '@farebox/core';
import type { Successor } from '@farebox/streaming';
import { sleep } from '../../clock/sleep.js';
import { systemClock } from '../../clock/system-clock.js';
import { patienceFactor } from '../patience.js';
import { type QuotaAccount, quotaAccount } from '../quota-account.js';
import { sharedQuota } from '../shared-quota.js';
import { continuationOf } from './continuation.js';
import { isResumable } from './resumable.js';
import type { SettledResumeOptions } from './resume-options.js';

/** What says that a provider will not go on from the part, rather than that it cannot now. */
const refusals: readonly ErrorKind[] = ['bad-request', 'context-length', 'not-found'];

/** One call under `resume()`: its attempts so far, and whether and how there is another. */
export class Resumption {
  readonly #options: SettledResumeOptions;
  readonly #next: Call;
  readonly #request: ChatRequest;
  readonly #context: CallContext;
  readonly #clock: Clock;
  readonly #policy: RetryPolicy;
  readonly #account: QuotaAccount;
  /** The number of the attempt under way, or the latest that was. */
  #attempt: number;
  #patience: number;
  #resumptions = 0;
  /** What the answer broke off with at first, and what a provider said that would not go on. */
  #first: ChatError | undefined;
  #refusal: ChatError | undefined;
  /** How many attempts there have been, those of other providers before included: nobody outside adds to a stream's error. */
  #made = 0;
  /** Whether an attempt is under way that has no stream yet: it counts. */
  #isOpening = false;

  constructor(
    options: SettledResumeOptions,
    next: Call,
    request: ChatRequest,
    context: CallContext,
  ) {
    const { clock = systemClock, attempt = 1, patience = 1 } = context;
    const { resumptions = 1, maxRetryAfterMs = defaultRetryPolicy.maxRetryAfterMs } = options;
    this.#options = options;
    this.#next = next;
    this.#request = request;
    this.#clock = clock;
    this.#policy = { ...defaultRetryPolicy, retries: resumptions, maxRetryAfterMs };
    this.#account = quotaAccount(options.quota ?? sharedQuota(clock));
    this.#attempt = attempt;
    this.#patience = patience;
    this.#context = {
      ...context,
      onSend: (origin) => {
        this.#account.sentTo(origin);
        context.onSend?.(origin);
      },
      onEvent: (event) => {
        this.#hear(event);
        context.onEvent?.(event);
      },
    };
  }

  async open(request = this.#request): Promise<ChatStream> {
    const attempt = this.#attempt;
    const context = { ...this.#context, attempt, patience: this.#patience };
    this.#isOpening = true;
    try {
      const stream = await this.#next(request, context);
      this.#made = this.#attempt;
      return stream;
    } catch (error) {
      if (isChatError(error)) this.#made = attempt - 1 + error.attempts;
      throw error;
    } finally {
      this.#isOpening = false;
    }
  }

  /** Waits and calls again, if the failure is one to resume after; rejects with the error to end with. */
  async successor(error: ChatError, handedOut: HandedOut): Promise<Successor> {
    const waitMs = this.#waitMs(error);
    const request = this.#requestAfter(error);
    this.#first ??= error;
    this.#resumptions++;
    this.#account.take(retryCost(error));
    await this.#wait(waitMs, error);
    if (error.kind === 'timeout') this.#patience *= patienceFactor;
    this.#attempt++;
    const stream = await this.open(request).catch((thrown) => {
      throw this.#unlessRefused(thrown, error);
    });
    stream.watch({ end: (end) => void (end === 'completed' && this.#account.giveBack()) });
    const attempt = this.#attempt;
    const isJoined = request !== this.#request;
    this.#context.onEvent?.(
      isJoined
        ? { type: 'continue', attempt, error }
        : { type: 'restart', attempt, error, discard: handedOut },
    );
    return { stream, isJoined, repeats: this.#options.profile.continuation?.repeats };
  }

  /** What every error of the call says at last: how many attempts there were, and what was first. */
  last(error: ChatError): ChatError {
    const attempts = this.#isOpening ? this.#attempt : this.#made;
    const { kind, gaveUp } = error;
    // What an abort was caused by is the caller's reason, and stays; so does what broke the ledger.
    const keepsCause = kind === 'aborted' || kind === 'store' || this.#resumptions === 0;
    if (keepsCause) return error.with({ attempts });
    return error.with({
      attempts,
      cause: this.#refusal ?? this.#first,
      gaveUp: kind === 'budget' ? 'budget' : gaveUp,
    });
  }

  /** @throws {ChatError} the same error where it is the end, and why there is no other attempt. */
  #waitMs(error: ChatError): number {
    const { signal, deadlineAtMs, random = Math.random } = this.#context;
    if (signal?.aborted || !isResumable(error)) throw error;
    const facts = {
      // Here something was delivered, and to resume all the same is what was asked for.
      error: error.with({ delivered: false }),
      attempt: this.#resumptions + 1,
      remainingMs:
        deadlineAtMs === undefined ? undefined : deadlineAtMs - this.#clock.monotonicMs(),
      quotaTokens: this.#account.left,
    };
    const decision = decideRetry(this.#policy, facts, random);
    if ('giveUp' in decision) throw error.with({ gaveUp: decision.giveUp });
    return decision.retryInMs;
  }

  /** @throws {ChatError} the same error where its part is nothing to go on from. */
  #requestAfter(error: ChatError): ChatRequest {
    const { onTruncated, profile } = this.#options;
    if (onTruncated === 'restart' || profile.continuation === undefined) return this.#request;
    const rest = continuationOf(this.#request, error.partial, profile.continuation);
    if (rest === undefined) throw error.with({ gaveUp: 'delivered' });
    return rest;
  }

  /** A request for the rest that is refused says nothing to the caller, who has never seen it. */
  #unlessRefused(thrown: unknown, error: ChatError): unknown {
    const isRefused = isChatError(thrown) && refusals.includes(thrown.kind);
    if (!isRefused || this.#options.onTruncated === 'restart') return thrown;
    this.#refusal = thrown;
    return error.with({ gaveUp: 'delivered' });
  }

  async #wait(waitMs: number, error: ChatError): Promise<void> {
    const { signal, onEvent } = this.#context;
    try {
      onEvent?.({ type: 'wait', attempt: this.#attempt, waitMs, error });
      await sleep(this.#clock, waitMs, signal);
      // An abort can still come between the end of the wait and here.
      if (signal?.aborted) throw abortError(signal);
    } catch (aborted) {
      this.#account.giveBack();
      throw aborted;
    }
  }

  #hear(event: CallEvent): void {
    // Layers inside may make several attempts: theirs is the number that counts on.
    if (event.type === 'attempt' || event.type === 'fallback') this.#attempt = event.attempt;
  }
}
