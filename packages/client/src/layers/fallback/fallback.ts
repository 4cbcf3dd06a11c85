import {
  type Call,
  ChatError,
  type ErrorKind,
  isChatError,
  type Layer,
  newCallId,
} from '@farebox/core';
import { kindsToFallBackOn } from './fallback-kinds.js';

/** Where to go on: another model, another provider, or both. */
export interface FallbackRoute {
  /** Default: the request's own. */
  readonly model?: string | undefined;
  /** Another provider, with the layers it needs. Default: the call that the fallback is stacked on. */
  readonly call?: Call | undefined;
}

export interface FallbackOptions {
  /** Kinds to go on after, beside those of the table: of `authentication`, `context-length`, `content-filter`, `refusal`, `too-large` and `bad-request`. */
  readonly alsoOn?: readonly ErrorKind[] | undefined;
}

/**
 * Goes on with other models or providers, in order, when one has failed and delivered nothing.
 *
 * It goes on when another one may help: after a rate limit, an empty account, a lost connection, a
 * timeout, a 5xx, a broken reply, a model that is gone or not permitted (`fallbackKinds`). A wrong
 * key is not hidden, and what the caller did (abort, budget, a bad request) is final. Put it outside
 * `breaker()` and `retry()`, and inside `deadline()`, which spans all tries.
 *
 * @throws {ChatError} the last error, its `attempts` over all tries, the first error as its `cause`.
 * `configuration`, at once, for routes that lead nowhere.
 * @example
 * const call = stack(deadline(), fallback([{ model: 'gpt-4o' }, { model: 'llama', call: groq }]), retry())(openai);
 */
export function fallback(routes: readonly FallbackRoute[], options: FallbackOptions = {}): Layer {
  checkRoutes(routes);
  const kinds = kindsToFallBackOn(options.alsoOn ?? []);

  return (next) => async (request, context) => {
    const { random = Math.random, onEvent, signal } = context;
    const callId = context.callId ?? newCallId(random);
    let attempt = context.attempt ?? 1;
    let attempts = 0;
    let first: ChatError | undefined;
    for (let tried = 0; ; tried++) {
      const { model = request.model, call = next } = tried === 0 ? {} : (routes[tried - 1] ?? {});
      try {
        const asked = model === request.model ? request : { ...request, model };
        return await call(asked, { ...context, callId, attempt });
      } catch (thrown) {
        if (!isChatError(thrown)) throw thrown;
        // Receipts are named by call and attempt: numbers that were used are never used again.
        attempts += thrown.attempts;
        attempt += thrown.attempts;
        const isOver = tried === routes.length || thrown.delivered || signal?.aborted === true;
        if (isOver || !kinds.has(thrown.kind)) throw asLast(thrown, first, attempts);
        first ??= thrown;
        const onward = routes[tried]?.model ?? request.model;
        onEvent?.({ type: 'fallback', attempt, model: onward, error: thrown });
      }
    }
  };
}

/** An error that ends the call after others: it says how often was tried, and keeps the first. */
function asLast(error: ChatError, first: ChatError | undefined, attempts: number): ChatError {
  if (first === undefined) return error;
  // What an abort was caused by is the caller's reason, and stays.
  if (error.kind === 'aborted') return error.with({ attempts });
  const gaveUp = error.kind === 'budget' ? 'budget' : error.gaveUp;
  return error.with({ attempts, cause: first, gaveUp });
}

function checkRoutes(routes: readonly FallbackRoute[]): void {
  if (routes.length === 0) {
    throw wrongRoutes('fallback() has no routes; name at least one model or call.');
  }
  routes.forEach(({ model, call }, index) => {
    if (model === '' || (model === undefined && call === undefined)) {
      throw wrongRoutes(`Route ${index} of fallback() has neither a model nor a call.`);
    }
  });
}

function wrongRoutes(message: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message,
    fix: "fallback([{ model: 'gpt-4o' }]) goes on with another model of the same provider.",
  });
}
