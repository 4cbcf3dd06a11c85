import type { Clock, HeaderReader } from '@farebox/core';
import { abortedWait, beyondDeadline, neverFits } from './limiter-errors.js';
import { type Amounts, type Marks, quotaPair } from './quota-pair.js';

/** What a model may be asked; what is left out is not limited, but for what the provider's headers say. */
export interface GateLimits {
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
  readonly concurrency: number | undefined;
}

export interface Entry {
  readonly model: string;
  readonly tokens: number;
  readonly signal: AbortSignal | undefined;
  /** On the clock's monotonic scale. */
  readonly deadlineAtMs: number | undefined;
}

/** A call that was let through. `end` must come once, whatever happens. */
export interface Pass {
  /** The reply's headers, those of an error too. */
  heard(headers: HeaderReader): void;
  /** The provider has answered. */
  opened(): void;
  /** A 429 that says when to come back: nobody is let through before. */
  refused(retryAfterMs: number): void;
  /** @param used tokens, if the provider has said; `none` if nothing was sent. */
  end(used: number | 'none' | undefined): void;
}

/** The one way in to a model: first come, first served. */
export interface Gate {
  enter(entry: Entry): Promise<Pass>;
}

interface Waiter extends Entry {
  readonly admit: (pass: Pass) => void;
  readonly refuse: (error: unknown) => void;
}

/** While no limit is known and nothing was answered, so many calls go out at most. */
const firstCrowd = 16;
/** A call that went ahead is waited for so long, lest a stalled one holds up all the others. */
const aheadMs = 5000;

/** A gate with its queue; it has one timer, and only while somebody waits. */
export function gate(limits: GateLimits, clock: Clock): Gate {
  const { concurrency = Number.POSITIVE_INFINITY } = limits;
  const quotas = quotaPair({ requests: limits.requestsPerMinute, tokens: limits.tokensPerMinute });
  const queue = new Set<Waiter>();
  const unheard = { requests: 0, tokens: 0 };
  let inFlight = 0;
  let latest = 0;
  let pausedUntilMs = 0;
  let isUnknown = !quotas.isKnown;
  // After a pause one call goes ahead: a provider without headers would refuse the crowd again.
  let isCautious = false;
  let aheadUntilMs = 0;
  let cancelTimer = () => {};

  const waitMs = (amounts: Amounts, nowMs: number) =>
    Math.max(Math.ceil(pausedUntilMs - nowMs), quotas.waitMs(amounts, nowMs));

  const leave = (tokens: number): Pass => {
    const amounts: Amounts = { requests: 1, tokens };
    const marks: Marks = quotas.take(amounts, clock.monotonicMs());
    const number = ++latest;
    let goesAhead = isCautious;
    let isUnheard = true;
    inFlight++;
    unheard.requests++;
    unheard.tokens += tokens;
    if (goesAhead) aheadUntilMs = clock.monotonicMs() + aheadMs;
    const answered = () => {
      if (!isUnheard) return;
      isUnheard = false;
      unheard.requests--;
      unheard.tokens -= tokens;
    };
    const tried = (isWell: boolean) => {
      if (!goesAhead) return;
      goesAhead = false;
      aheadUntilMs = 0;
      if (isWell) isCautious = false;
    };
    return {
      heard(headers) {
        answered();
        quotas.correct(headers, marks, unheard, number === latest, clock.monotonicMs());
        if (quotas.isKnown) isUnknown = false;
        review();
      },
      opened() {
        isUnknown = false;
        tried(true);
        pump();
      },
      refused(retryAfterMs) {
        tried(false);
        isCautious = true;
        pausedUntilMs = Math.max(pausedUntilMs, clock.monotonicMs() + retryAfterMs);
        review();
      },
      end(used) {
        answered();
        tried(used !== 'none');
        inFlight--;
        if (used === 'none') quotas.giveBack(amounts, clock.monotonicMs());
        else if (used !== undefined) quotas.settle(tokens, used, clock.monotonicMs());
        pump();
      },
    };
  };

  /** Lets in whoever may go, and sets the timer for the next. */
  const pump = () => {
    cancelTimer();
    cancelTimer = () => {};
    for (const waiter of queue) {
      if (inFlight >= (isUnknown ? Math.min(concurrency, firstCrowd) : concurrency)) return;
      const { tokens, model } = waiter;
      if (tokens > quotas.tokenCapacity) {
        queue.delete(waiter);
        waiter.refuse(neverFits(model, tokens, quotas.tokenCapacity));
        continue;
      }
      const nowMs = clock.monotonicMs();
      const aheadWaitMs = isCautious ? Math.ceil(aheadUntilMs - nowMs) : 0;
      const headWaitMs = Math.max(aheadWaitMs, waitMs({ requests: 1, tokens }, nowMs));
      if (headWaitMs > 0) {
        cancelTimer = clock.after(headWaitMs, pump);
        return;
      }
      queue.delete(waiter);
      waiter.admit(leave(tokens));
    }
  };

  /** Refuses whoever can no longer be let in before their deadline, now that the wait has changed. */
  const review = () => {
    const nowMs = clock.monotonicMs();
    const ahead = { requests: 0, tokens: 0 };
    for (const waiter of queue) {
      const error = tooLate(waiter, ahead, nowMs);
      if (error !== undefined) {
        queue.delete(waiter);
        waiter.refuse(error);
        continue;
      }
      ahead.requests++;
      ahead.tokens += waiter.tokens;
    }
    pump();
  };

  /** The wait behind all that are ahead is the shortest there can be. */
  const tooLate = ({ model, tokens, deadlineAtMs }: Entry, ahead: Amounts, nowMs: number) => {
    if (deadlineAtMs === undefined) return undefined;
    const amounts = { requests: ahead.requests + 1, tokens: ahead.tokens + tokens };
    const shortestMs = waitMs(amounts, nowMs);
    const remainingMs = deadlineAtMs - nowMs;
    return shortestMs > 0 && shortestMs >= remainingMs
      ? beyondDeadline(model, shortestMs, remainingMs)
      : undefined;
  };

  const queued = (): Amounts => {
    let tokens = 0;
    for (const waiter of queue) tokens += waiter.tokens;
    return { requests: queue.size, tokens };
  };

  return {
    enter: (entry) =>
      new Promise((resolve, reject) => {
        const { signal, tokens, model } = entry;
        if (signal?.aborted) return reject(abortedWait(signal));
        if (tokens > quotas.tokenCapacity) {
          return reject(neverFits(model, tokens, quotas.tokenCapacity));
        }
        const error = tooLate(entry, queued(), clock.monotonicMs());
        if (error !== undefined) return reject(error);
        const onAbort = () => {
          queue.delete(waiter);
          reject(abortedWait(signal));
          pump();
        };
        const unlisten = () => signal?.removeEventListener('abort', onAbort);
        const waiter: Waiter = {
          ...entry,
          admit: (pass) => {
            unlisten();
            resolve(pass);
          },
          refuse: (reason) => {
            unlisten();
            reject(reason);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        queue.add(waiter);
        if (queue.size === 1) pump();
      }),
  };
}
