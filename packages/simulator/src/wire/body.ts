import type { Clock } from '@farebox/core';
import type { BillingLine } from '../books/books.js';
import { dueMs, type Pace } from './pace.js';
import type { ReplyPlan } from './plan.js';

/** How many frames are written at once where no pace holds them back. */
const framesPerBlock = 4;

export interface BodyOptions {
  readonly plan: ReplyPlan;
  readonly line: BillingLine;
  readonly clock: Clock;
  readonly pace: Pace | undefined;
  /** When the request came, on the clock's monotonic scale. */
  readonly startedMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Writes a plan as it is read, and bills what it writes.
 *
 * Nothing is written ahead of the reader, so the books of a client that left hold what it was
 * sent. An abort errors the body with the signal's reason, as it does in a platform's fetch.
 */
export function replyBody(options: BodyOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { plan, line, clock, pace, startedMs, signal } = options;
  const encoder = new TextEncoder();
  const { frames } = plan;
  let next = 0;
  let tokens = 0;
  let left = false;
  let cancelWait = () => {};

  const isDue = () => pace === undefined || dueMs(pace, tokens) <= clock.monotonicMs() - startedMs;

  const block = (): string => {
    let text = '';
    for (let count = 0; count < framesPerBlock && (count === 0 || isDue()); count++) {
      const frame = frames[next];
      if (frame === undefined) break;
      next += 1;
      tokens += frame.tokens;
      line.generated(frame.tokens);
      if (frame.finishes) line.end('completed');
      text += frame.write();
    }
    return text;
  };

  const untilDue = (): Promise<void> | undefined => {
    if (pace === undefined || isDue()) return undefined;
    const waitMs = dueMs(pace, tokens) - (clock.monotonicMs() - startedMs);
    return new Promise((resolve) => {
      cancelWait = clock.after(waitMs, resolve);
    });
  };

  let onAbort = () => {};
  const leave = () => {
    left = true;
    cancelWait();
    signal?.removeEventListener('abort', onAbort);
  };

  const finish = (controller: ReadableStreamDefaultController): Promise<void> | undefined => {
    // Nothing resolves it: only the client can end a connection that the provider leaves open.
    if (plan.ending === 'hang') return new Promise(() => {});
    leave();
    line.end('failed');
    if (plan.ending === 'close') controller.close();
    else controller.error(new TypeError('terminated'));
    return undefined;
  };

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        onAbort = () => {
          leave();
          line.end('disconnected');
          controller.error(signal?.reason);
        };
        signal?.addEventListener('abort', onAbort);
      },
      async pull(controller) {
        if (next >= frames.length) return finish(controller);
        await untilDue();
        if (left) return;
        controller.enqueue(encoder.encode(block()));
        return undefined;
      },
      cancel() {
        leave();
        line.end('disconnected');
      },
    },
    { highWaterMark: 0 },
  );
}
