import type { ClientAction } from '@farebox/simulator/fault-table';

/** What a caller does while its call runs, told the same to every client. */
export interface Caller {
  readonly signal: AbortSignal;
  /** The client is about to be asked. */
  starts(): void;
  /** A piece of text is there, and this is what the caller does then. */
  gets(): 'read-on' | 'leave' | 'stop-reading';
  /** The loop over the text is over, and the client said that it was. */
  hasAll(): void;
  /** A reply was refused and the client is about to wait. */
  waits(): void;
}

/** How long a caller lets an attempt run before it aborts. */
const abortAfterMs = 300;

/**
 * A caller that does what the action says.
 *
 * @param after runs a task later, on the clock of the venue.
 * @param jump moves the wall clock.
 */
export function callerOf(
  action: ClientAction | undefined,
  after: (ms: number, task: () => void) => void,
  jump: (ms: number) => void,
): Caller {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let pieces = 0;
  return {
    signal: controller.signal,
    starts() {
      if (action === 'abort-before-send') abort();
      if (action === 'abort-in-headers') after(abortAfterMs, abort);
    },
    gets() {
      pieces += 1;
      if (action === 'leave') return 'leave';
      if (action === 'abort-in-content' && pieces === 1) after(abortAfterMs, abort);
      return action === 'never-read' ? 'stop-reading' : 'read-on';
    },
    hasAll() {
      if (action === 'abort-after-finish') abort();
    },
    waits() {
      if (action === 'abort-in-wait') after(0, abort);
      if (action === 'clock-jumps') jump(day);
    },
  };
}

const day = 86_400_000;
