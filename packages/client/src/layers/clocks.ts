import {
  ChatError,
  type ChatStream,
  type Clock,
  type HeaderReader,
  type Layer,
} from '@farebox/core';
import { systemClock } from '../clock/system-clock.js';
import { linkSignal } from '../transport/linked-signal.js';
import { startTimer } from './start-timer.js';
import { checkDuration, timedOut } from './timeout.js';

export interface ClocksOptions {
  /** Until the reply's headers. Not for one JSON reply, whose headers come with it. Default 60,000. */
  readonly headersMs?: number | undefined;
  /** From the headers until something is carried; comments do not count. Default 60,000; 900,000 on the flex tier. */
  readonly firstChunkMs?: number | undefined;
  /** Between whole events while the consumer waits for them. Default 60,000. */
  readonly idleMs?: number | undefined;
  /** How long a stream may lie unread before it is closed, an eighth more at most. Default 300,000. */
  readonly unreadMs?: number | undefined;
}

/**
 * The clocks of one attempt: headers, first chunk, idle, unread. When the first chunk has come, `onEvent` hears how
 * long it took.
 *
 * The idle clock runs only while a read is pending, so a slow reader is not a stalled server. After
 * a timeout the retry layer doubles all but the last (`context.patience`).
 *
 * @throws {ChatError} `timeout` with code `headers`, `first-chunk` or `idle`; a stream left unread
 * ends as `aborted` with code `unread`.
 */
export function clocks(options: ClocksOptions = {}): Layer {
  const { headersMs = 60_000, firstChunkMs, idleMs = 60_000, unreadMs = 300_000 } = options;
  checkDuration('headersMs', headersMs);
  if (firstChunkMs !== undefined) checkDuration('firstChunkMs', firstChunkMs);
  checkDuration('idleMs', idleMs);
  checkDuration('unreadMs', unreadMs);

  return (next) => async (request, context) => {
    const { clock = systemClock, patience = 1, attempt = 1, onEvent } = context;
    const sentAtMs = clock.monotonicMs();
    const firstMs =
      (firstChunkMs ?? (request.service_tier === 'flex' ? 900_000 : 60_000)) * patience;
    const link = linkSignal(context.signal);
    let cancel = () => {};
    const startFirstChunk = (headers: HeaderReader) => {
      cancel();
      cancel = startTimer(clock, firstMs, () =>
        link.abort(timedOut('first-chunk', firstMs, 'Nothing of the answer had come')),
      );
      context.onHeaders?.(headers);
    };
    if (request.stream !== false) {
      cancel = startTimer(clock, headersMs * patience, () =>
        link.abort(timedOut('headers', headersMs * patience, 'The server had not answered')),
      );
    }
    try {
      const stream = await next(request, {
        ...context,
        signal: link.signal,
        onHeaders: startFirstChunk,
        onDrain: (drained) => {
          watchIdle(drained, clock, idleMs * patience, clock.monotonicMs());
          context.onDrain?.(drained);
        },
      });
      onEvent?.({ type: 'first-token', attempt, afterMs: clock.monotonicMs() - sentAtMs });
      stream.watch({ end: link.unlink });
      watchIdle(stream, clock, idleMs * patience);
      watchUnread(stream, clock, unreadMs);
      return stream;
    } catch (error) {
      link.unlink();
      throw error;
    } finally {
      cancel();
    }
  };
}

/** One timer for the whole stream: it looks when it fires, so a block costs no timer. */
function watchIdle(
  stream: ChatStream,
  clock: Clock,
  idleMs: number,
  waitingSinceMs?: number | undefined,
): void {
  let cancel = () => {};
  const arm = (ms: number) => {
    cancel = startTimer(clock, ms, () => {
      const waitedMs = waitingSinceMs === undefined ? 0 : clock.monotonicMs() - waitingSinceMs;
      if (waitedMs < idleMs) arm(idleMs - waitedMs);
      else stream.stop(timedOut('idle', idleMs, 'The stream stalled: nothing had come'));
    });
  };
  // Armed first: a stream that has ended already says so at once, to be disarmed.
  arm(idleMs);
  stream.watch({
    reading: () => {
      waitingSinceMs = clock.monotonicMs();
    },
    arrived: () => {
      waitingSinceMs = undefined;
    },
    end: () => cancel(),
  });
}

/** How often it is looked, within `unreadMs`, whether somebody reads: reads have no time of their own. */
const unreadLooks = 8;

function watchUnread(stream: ChatStream, clock: Clock, unreadMs: number): void {
  let waiting = false;
  let { reads } = stream;
  let unreadSinceMs = clock.monotonicMs();
  let cancel = () => {};
  const look = () => {
    const nowMs = clock.monotonicMs();
    if (waiting || stream.reads !== reads) unreadSinceMs = nowMs;
    ({ reads } = stream);
    // One difference for both: as two, they round apart, and no time would be left to wait.
    const leftMs = unreadSinceMs + unreadMs - nowMs;
    if (leftMs <= 0) stream.stop(unread(unreadMs));
    else arm(leftMs);
  };
  const arm = (leftMs: number) => {
    cancel = startTimer(clock, Math.min(leftMs, unreadMs / unreadLooks), look);
  };
  arm(unreadMs);
  stream.watch({
    reading: () => {
      waiting = true;
    },
    arrived: () => {
      waiting = false;
    },
    end: () => cancel(),
  });
}

function unread(unreadMs: number): ChatError {
  return new ChatError({
    kind: 'aborted',
    code: 'unread',
    message: `The stream was closed: nobody had read it for ${unreadMs / 1000} s.`,
    fix: 'Read every stream to its end, or break out of the loop to close it.',
  });
}
