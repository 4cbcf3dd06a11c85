import type { Layer } from '@farebox/core';
import { systemClock } from '../clock/system-clock.js';
import { linkSignal } from '../transport/linked-signal.js';
import { startTimer } from './start-timer.js';
import { checkDuration, timedOut } from './timeout.js';

export interface DeadlineOptions {
  /** From the call to the end of its stream, over all attempts and waits. Default 600,000; Infinity for none. */
  readonly totalMs?: number | undefined;
}

/**
 * One deadline over the whole call: attempts, waits and the stream.
 *
 * Outermost in the stack. Inner layers know when it falls, so nobody waits for a retry that could
 * not start in time.
 *
 * @throws {ChatError} `timeout` with code `total` when the time is up.
 */
export function deadline(options: DeadlineOptions = {}): Layer {
  const { totalMs = 600_000 } = options;
  checkDuration('totalMs', totalMs);

  return (next) => async (request, context) => {
    const { clock = systemClock } = context;
    const link = linkSignal(context.signal);
    const cancel = startTimer(clock, totalMs, () => {
      link.abort(timedOut('total', totalMs, 'The call was not over'));
    });
    const end = () => {
      cancel();
      link.unlink();
    };
    try {
      const deadlineAtMs = clock.monotonicMs() + totalMs;
      const stream = await next(request, { ...context, signal: link.signal, deadlineAtMs });
      stream.watch({ end });
      return stream;
    } catch (error) {
      end();
      throw error;
    }
  };
}
