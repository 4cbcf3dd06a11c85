import type { Io } from '../io/io.js';
import { type InputLimit, LimitedBytes } from './input-limits.js';
import { interruption } from './interruption.js';

const silentMs = 3_000;

/**
 * Standard input to its end.
 *
 * @param announce whether to say, after three silent seconds, what is being waited for: somebody who
 * gave a prompt may not know that a pipe is open.
 * @throws {ChatError} `configuration` above the limit; `aborted` on Ctrl-C.
 */
export async function readStdin(
  io: Io,
  limit: InputLimit,
  { announce }: { readonly announce: boolean },
): Promise<Uint8Array> {
  const { stdin, stderr, clock, interrupted } = io;
  const iterator = stdin.bytes[Symbol.asyncIterator]();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  const onInterrupt = () => stopped.reject(interruption('standard input was read'));
  interrupted.addEventListener('abort', onInterrupt, { once: true });
  if (interrupted.aborted) onInterrupt();
  const cancel = announce
    ? clock.after(silentMs, () => void stderr.write('farebox: waiting for standard input …\n'))
    : () => {};
  const bytes = new LimitedBytes('Standard input', limit);
  try {
    while (true) {
      const block = await Promise.race([iterator.next(), stopped.promise]);
      cancel();
      if (block.done === true) return bytes.joined();
      bytes.push(block.value);
    }
  } finally {
    cancel();
    interrupted.removeEventListener('abort', onInterrupt);
  }
}
