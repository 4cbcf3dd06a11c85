import { ChatError, type Layer } from '@farebox/core';
import { systemClock } from '../../clock/system-clock.js';
import { checkDuration } from '../timeout.js';
import { type BreakerRegistry, breakerRegistry } from './breaker-registry.js';
import type { CircuitPolicy, Refusal } from './circuit.js';
import { outcomeOfEnd, outcomeOfError } from './circuit-outcome.js';

export interface BreakerOptions {
  /** The circuit opens when this part of the calls in the window failed. Default 0.5. */
  readonly failureRatio?: number | undefined;
  /** It stays closed until so many calls of the window have ended. Default 5. */
  readonly minimumCalls?: number | undefined;
  /** How far back calls count. Default 120,000. */
  readonly windowMs?: number | undefined;
  /** How long it stays open before one call may try. Default 30,000. */
  readonly openMs?: number | undefined;
  /** Shared with other breakers before the same provider. Default: one for this breaker alone. */
  readonly registry?: BreakerRegistry | undefined;
}

/**
 * Stops calling a model that keeps failing, and lets one call through now and then to see.
 *
 * Each model has its own circuit. Connections, timeouts, 5xx and cut streams count as failures; a
 * 4xx is an answer, and an abort counts as nothing. Put it outside `retry()`, so that a call counts
 * once, and inside `fallback()`, which then moves on without waiting.
 *
 * @throws {ChatError} `connection` with code `circuit-open` and `attempts` 0, at once: nothing was
 * sent. `retryAfterMs` says when the next try is let through; it is not there while one is under way.
 * @example
 * const call = stack(fallback([{ model: 'gpt-4o' }]), breaker(), retry(), clocks())(transport);
 */
export function breaker(options: BreakerOptions = {}): Layer {
  const { failureRatio = 0.5, minimumCalls = 5, windowMs = 120_000, openMs = 30_000 } = options;
  const policy = { failureRatio, minimumCalls, windowMs, openMs };
  checkPolicy(policy);
  const registry = options.registry ?? breakerRegistry();

  return (next) => async (request, context) => {
    const { clock = systemClock } = context;
    const circuit = registry.circuit(request.model, policy);
    const entry = circuit.admit(clock.monotonicMs());
    if ('refused' in entry) throw circuitOpen(request.model, entry.refused);
    let { admitted } = entry;
    try {
      const stream = await next(request, context);
      if (admitted.isProbe) {
        // A probe is decided by its opening: nobody waits for a long answer to be read.
        circuit.tell(admitted, 'success', clock.monotonicMs());
        const again = circuit.admit(clock.monotonicMs());
        if ('admitted' in again) admitted = again.admitted;
      }
      stream.watch({
        end: (end) => circuit.tell(admitted, outcomeOfEnd(end), clock.monotonicMs()),
      });
      return stream;
    } catch (error) {
      circuit.tell(admitted, outcomeOfError(error), clock.monotonicMs());
      throw error;
    }
  };
}

function circuitOpen(model: string, { retryAfterMs }: Refusal): ChatError {
  const until =
    retryAfterMs === undefined
      ? 'One call is trying it now.'
      : `One call may try again in ${retryAfterMs / 1000} s.`;
  return new ChatError({
    kind: 'connection',
    code: 'circuit-open',
    message: `Nothing was sent: too many of the latest calls to ${model} failed. ${until}`,
    fix: 'Wait for the provider to recover, or stack fallback() outside breaker().',
    retryAfterMs,
    attempts: 0,
  });
}

function checkPolicy({ failureRatio, minimumCalls, windowMs, openMs }: CircuitPolicy): void {
  checkDuration('windowMs', windowMs);
  if (!(openMs > 0 && Number.isFinite(openMs))) {
    throw wrongOption(`openMs is ${openMs}; it must be more than 0 milliseconds, and an end.`);
  }
  if (!(failureRatio > 0 && failureRatio <= 1)) {
    throw wrongOption(`failureRatio is ${failureRatio}; it must be above 0 and at most 1.`);
  }
  if (!(Number.isInteger(minimumCalls) && minimumCalls >= 1)) {
    throw wrongOption(`minimumCalls is ${minimumCalls}; it must be a whole number from 1.`);
  }
}

function wrongOption(message: string): ChatError {
  return new ChatError({ kind: 'configuration', message });
}
