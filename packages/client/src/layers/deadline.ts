import { abortError, type ChatStream, type Layer } from '@farebox/core';
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
    const { clock = systemClock, signal } = context;
    const link = linkSignal(signal);
    let opened: ChatStream | undefined;
    let isAbortedLate = false;
    // A whole answer stays readable, and the caller may still abort; the link, aborted once, cannot say so.
    const abortLate = () => {
      isAbortedLate = true;
      opened?.stop(abortError(signal));
    };
    const cancel = startTimer(clock, totalMs, () => {
      // Before the link: what it ends lets go of this listener as well.
      signal?.addEventListener('abort', abortLate, { once: true });
      link.abort(timedOut('total', totalMs, 'The call was not over'));
    });
    const end = () => {
      cancel();
      link.unlink();
      signal?.removeEventListener('abort', abortLate);
    };
    try {
      const deadlineAtMs = clock.monotonicMs() + totalMs;
      const stream = await next(request, { ...context, signal: link.signal, deadlineAtMs });
      opened = stream;
      stream.watch({ end });
      if (isAbortedLate) stream.stop(abortError(signal));
      return stream;
    } catch (error) {
      end();
      throw error;
    }
  };
}
