import { ChatError, type ChatStream, isChatError, type Layer } from '@farebox/core';
import { systemClock } from '../../clock/system-clock.js';
import { type LimiterRegistry, limiterRegistry } from './limiter-registry.js';
import { requestCost, usedTokens } from './request-cost.js';

export interface LimiterOptions {
  /** Of each model. Default: what the provider's headers say, from the first reply on. */
  readonly requestsPerMinute?: number | undefined;
  /** Of each model: prompts, estimated, and the most that answers may have. Default: as above. */
  readonly tokensPerMinute?: number | undefined;
  /** How many calls of a model run at once, until their streams have ended and been drained. Default: any number. */
  readonly concurrency?: number | undefined;
  /** Shared with other limiters before the same provider. Default: one for this limiter alone. */
  readonly registry?: LimiterRegistry | undefined;
}

/**
 * Holds calls back until the provider's rate limits have room for them, first come, first served.
 *
 * What you set is a ceiling: `x-ratelimit-*` headers lower it where the provider allows less, and
 * never raise it. While no limit is known and nothing was answered, 16 calls of a model go out. A 429
 * that says when to come back holds up every call of its model until then. Put it inside `retry()`, so that each attempt takes its place; a stream keeps its place until it ends.
 *
 * @throws {ChatError} `rate-limit` with code `limiter` and `gaveUp: 'deadline'`, at once, when the
 * wait would pass the deadline; `configuration` with code `never-fits` for a call of more tokens than
 * a minute has. Nothing was sent in either case.
 * @example
 * const limits = limiter({ requestsPerMinute: 500, tokensPerMinute: 200_000, concurrency: 20 });
 * const call = stack(deadline(), retry(), limits, clocks())(transport);
 */
export function limiter(options: LimiterOptions = {}): Layer {
  const { requestsPerMinute, tokensPerMinute, concurrency } = options;
  const limits = { requestsPerMinute, tokensPerMinute, concurrency };
  for (const [name, value] of Object.entries(limits)) checkLimit(name, value);
  const registry = options.registry ?? limiterRegistry();

  return (next) => async (request, context) => {
    const { clock = systemClock, signal, deadlineAtMs } = context;
    const { model } = request;
    const gate = registry.gate(model, limits, clock);
    const pass = await gate.enter({ model, tokens: requestCost(request), signal, deadlineAtMs });
    let stream: ChatStream;
    let isDrained = false;
    const endWith = (reply: ChatStream) =>
      reply.watch({ end: () => pass.end(usedTokens(reply.partial())) });
    try {
      stream = await next(request, {
        ...context,
        onHeaders: (headers) => {
          pass.heard(headers);
          context.onHeaders?.(headers);
        },
        onDrain: (drained) => {
          isDrained = true;
          endWith(drained);
          context.onDrain?.(drained);
        },
      });
    } catch (error) {
      // Its place is taken until the connection is closed.
      if (isDrained) throw error;
      const hintMs = isChatError(error) && error.kind === 'rate-limit' && error.retryAfterMs;
      if (typeof hintMs === 'number') pass.refused(hintMs);
      pass.end(wasSent(error) ? undefined : 'none');
      throw error;
    }
    pass.opened();
    endWith(stream);
    return stream;
  };
}

/** A layer inside that refused, and a signal that was aborted before, have sent nothing. */
function wasSent(error: unknown): boolean {
  return !(isChatError(error) && (error.kind === 'budget' || error.code === 'not-sent'));
}

function checkLimit(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value >= 1)) return;
  throw new ChatError({
    kind: 'configuration',
    message: `${name} is ${value}; it must be a whole number from 1.`,
    fix: `Leave ${name} out for no limit of your own.`,
  });
}
