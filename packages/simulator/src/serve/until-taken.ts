import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a server bears with one client. */
export interface Patience {
  /** Aborts when the client has left. */
  readonly left: AbortSignal;
  /** For the client to read on, when its buffers are full. */
  readonly unreadMs: number;
}

/**
 * Resolves when the client has taken enough to be sent more, or all of it; a client that takes
 * nothing for `unreadMs` is cut off, and rejects like one that has left.
 */
export async function untilTaken(
  stream: Writable,
  event: 'drain' | 'finish',
  { left, unreadMs }: Patience,
): Promise<void> {
  const timer = setTimeout(() => stream.destroy(), unreadMs);
  try {
    await once(stream, event, { signal: left });
  } finally {
    clearTimeout(timer);
  }
}

const readMs = 100;
const leaveMs = 500;

/**
 * Time for a client to read what it was sent, before the connection breaks: a platform that hears of
 * both at once drops what nobody has read yet. Real time, as all that happens on a socket.
 */
export function untilRead({ left }: Patience): Promise<void> {
  return delay(readMs, undefined, { signal: left });
}

/** Time for a client that cannot accept the headers to leave before the body; it rejects when it does. */
export function untilLeft({ left }: Patience): Promise<void> {
  return delay(leaveMs, undefined, { signal: left });
}
