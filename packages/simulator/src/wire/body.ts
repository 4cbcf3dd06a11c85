import type { Clock } from '@farebox/core';
import type { BillingLine } from '../books/books.js';
import { nextTurn } from '../clock/next-turn.js';
import { otherSideClosed, resetByPeer, terminated } from '../faults/network-error.js';
import type { Flood, ReplyPlan } from './plan.js';

/** How many frames are written at once where no pace holds them back. */
const framesPerBlock = 4;

export interface BodyOptions {
  readonly plan: ReplyPlan;
  readonly line: BillingLine;
  readonly clock: Clock;
  /** When a frame is due, by the tokens before it; without it, as soon as it is read. */
  readonly dueMs: ((tokens: number) => number) | undefined;
  /** Bills what the provider goes on to generate when nobody listens any more. */
  readonly goOn: () => void;
  /** When the request came, on the clock's monotonic scale. */
  readonly startedMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Writes a plan as it is read, and bills what it writes.
 *
 * Nothing is written ahead of the reader. A client that left and a connection that broke are the
 * same to the provider, and it goes on for a while; a body that the provider itself ends early is
 * billed as far as it was sent. An abort errors the body with the signal's reason, as it does in a
 * platform's fetch.
 */
export function replyBody(options: BodyOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { plan, line, clock, dueMs, goOn, startedMs, signal } = options;
  const { frames, encode = (text: string) => encoder.encode(text) } = plan;
  const flood = plan.flood && floodBlocks(plan.flood);
  let next = 0;
  let tokens = 0;
  let left = false;
  let cancelWait = () => {};

  const waitMs = () =>
    dueMs === undefined ? 0 : dueMs(tokens) - (clock.monotonicMs() - startedMs);

  const block = (): string => {
    let text = '';
    for (let count = 0; count < framesPerBlock && (count === 0 || waitMs() <= 0); count++) {
      const frame = frames[next];
      if (frame === undefined) break;
      next += 1;
      tokens += frame.tokens;
      line.sent(frame.tokens);
      if (frame.finishes) {
        if (plan.kind === 'json') line.sent(plan.upfrontTokens);
        line.end('completed');
      }
      text += frame.write();
    }
    return text;
  };

  const waiting = (ms: number): Promise<void> | undefined => {
    if (ms <= 0) return undefined;
    return new Promise((resolve) => {
      cancelWait = clock.after(ms, resolve);
    });
  };

  let onAbort = () => {};
  const leave = () => {
    left = true;
    cancelWait();
    signal?.removeEventListener('abort', onAbort);
  };
  const clientLeft = () => {
    leave();
    goOn();
    line.end('disconnected');
  };

  const finish = (controller: ReadableStreamDefaultController): Promise<void> | undefined => {
    // Nothing resolves it: only the client can end a connection that the provider leaves open.
    if (plan.ending === 'hang') return new Promise(() => {});
    leave();
    if (plan.ending !== 'close') goOn();
    line.end('failed');
    if (plan.ending === 'reset') controller.error(terminated(resetByPeer()));
    else if (plan.ending === 'short') controller.error(terminated(otherSideClosed()));
    else controller.close();
    return undefined;
  };

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        onAbort = () => {
          clientLeft();
          controller.error(signal?.reason);
        };
        signal?.addEventListener('abort', onAbort);
      },
      async pull(controller) {
        if (next >= frames.length) {
          const more = flood?.next();
          if (more === undefined || more.done === true) return finish(controller);
          // On a socket each read is a turn of its own, and a client's deadline is heard between two.
          await (waiting(plan.flood?.everyMs ?? 0) ?? nextTurn());
          if (!left) controller.enqueue(more.value);
          return undefined;
        }
        await waiting(waitMs());
        if (left) return undefined;
        controller.enqueue(encode(block()));
        return undefined;
      },
      cancel: clientLeft,
    },
    { highWaterMark: 0 },
  );
}

const encoder = new TextEncoder();

/** Copies, because whoever reads a block owns it. */
function* floodBlocks({ block, bytes = Number.POSITIVE_INFINITY }: Flood) {
  const whole = encoder.encode(block);
  for (let left = bytes; left > 0; left -= whole.length) yield whole.slice(0, left);
}
