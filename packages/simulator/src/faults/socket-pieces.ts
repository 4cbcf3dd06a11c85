import type { Clock } from '@farebox/core';

/** Some bytes, and how long they keep a reader waiting. */
export interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly afterMs: number;
}

/** The same bytes in other pieces, some of them late; it ends, breaks and is left as the body is. */
export function inPieces(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  cut: (bytes: Uint8Array<ArrayBuffer>) => Iterable<Piece>,
  clock: Clock,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let pieces: Iterator<Piece> = [][Symbol.iterator]();
  let left = false;
  let cancelWait = () => {};
  const leave = () => {
    left = true;
    cancelWait();
  };
  const next = async (): Promise<Piece | undefined> => {
    for (;;) {
      const piece = pieces.next();
      if (piece.done !== true) return piece.value;
      const { done, value } = await reader.read();
      if (done) return undefined;
      pieces = cut(value)[Symbol.iterator]();
    }
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        // A client that leaves breaks the body, also while a piece keeps it waiting.
        reader.closed.catch((error) => {
          leave();
          controller.error(error);
        });
      },
      async pull(controller) {
        const piece = await next();
        if (piece === undefined) return controller.close();
        if (piece.afterMs > 0) {
          await new Promise<void>((resolve) => {
            cancelWait = clock.after(piece.afterMs, resolve);
          });
        }
        if (!left) controller.enqueue(piece.bytes);
      },
      async cancel(reason) {
        leave();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Every byte by itself. */
export function* singleBytes(bytes: Uint8Array<ArrayBuffer>): Iterable<Piece> {
  for (let at = 0; at < bytes.length; at++) yield { bytes: bytes.slice(at, at + 1), afterMs: 0 };
}

/** Whole events at once, and the bytes of one that is not whole each after so many milliseconds. */
export function dribbled(everyMs: number) {
  return function* (bytes: Uint8Array<ArrayBuffer>): Iterable<Piece> {
    const whole = endOfEvents(bytes);
    if (whole > 0) yield { bytes: bytes.slice(0, whole), afterMs: 0 };
    for (const piece of singleBytes(bytes.slice(whole))) yield { ...piece, afterMs: everyMs };
  };
}

/** Where the last whole event ends: after its blank line. */
function endOfEvents(bytes: Uint8Array): number {
  const lineFeed = 10;
  for (let at = bytes.length; at >= 2; at--) {
    if (bytes[at - 1] === lineFeed && bytes[at - 2] === lineFeed) return at;
  }
  return 0;
}
