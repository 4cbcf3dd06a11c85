import type { Clock } from '@farebox/core';
import type { ClientAction } from '@farebox/simulator/fault-table';

/** What a caller does that is no fault of the provider's, at the moments when it can. */
export interface Caller {
  readonly signal: AbortSignal;
  /** The wall clock of the caller, which one action moves. */
  readonly clock: Clock;
  /** The call is about to start. */
  starts(): void;
  /** A piece of text is there, and this is what is done then. */
  gets(): 'read-on' | 'leave' | 'stop-reading';
  /** The loop over the text is over. */
  hasAll(): void;
  /** A wait has begun. */
  waits(): void;
}

const abortAfterMs = 100;
const day = 86_400_000;

/** @param onAct hears, in words, what the caller does. */
export function callerOf(
  action: ClientAction | undefined,
  clock: Clock,
  onAct: (what: string) => void,
): Caller {
  const controller = new AbortController();
  let jumpedMs = 0;
  let pieces = 0;
  const abort = () => {
    onAct('The caller aborts');
    controller.abort();
  };
  return {
    signal: controller.signal,
    clock: { ...clock, now: () => clock.now() + jumpedMs },
    starts() {
      if (action === 'abort-before-send') abort();
      if (action === 'abort-in-headers') clock.after(abortAfterMs, abort);
    },
    gets() {
      pieces += 1;
      if (action === 'abort-in-content' && pieces === 1) clock.after(abortAfterMs, abort);
      if (action === 'leave') onAct('The reader leaves the loop');
      if (action === 'never-read') onAct('The reader reads no further');
      if (action === 'leave') return 'leave';
      return action === 'never-read' ? 'stop-reading' : 'read-on';
    },
    hasAll() {
      if (action === 'abort-after-finish') abort();
    },
    waits() {
      if (action === 'abort-in-wait') clock.after(0, abort);
      if (action !== 'clock-jumps') return;
      onAct('The wall clock jumps by a day');
      jumpedMs += day;
    },
  };
}
