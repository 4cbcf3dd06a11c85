import { ChatError } from '@farebox/core';
import type { Io } from '../io/io.js';

/** More than any model's window takes. */
const maxBytes = 8 * 1024 * 1024;
const silentMs = 3_000;

/**
 * Standard input to its end, as UTF-8.
 *
 * @param announce whether to say, after three silent seconds, what is being waited for: somebody who
 * gave a prompt may not know that a pipe is open.
 * @throws {ChatError} `configuration` above 8 MiB; `aborted` on Ctrl-C.
 */
export async function readStdin(io: Io, announce: boolean): Promise<string> {
  const { stdin, stderr, clock, interrupted } = io;
  const iterator = stdin.bytes[Symbol.asyncIterator]();
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  const onInterrupt = () => stopped.reject(interruption());
  interrupted.addEventListener('abort', onInterrupt, { once: true });
  if (interrupted.aborted) onInterrupt();
  const cancel = announce
    ? clock.after(silentMs, () => void stderr.write('farebox: waiting for standard input …\n'))
    : () => {};
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let size = 0; ; ) {
      const block = await Promise.race([iterator.next(), stopped.promise]);
      cancel();
      if (block.done === true) return text + decoder.decode();
      size += block.value.byteLength;
      if (size > maxBytes) throw tooLarge();
      text += decoder.decode(block.value, { stream: true });
    }
  } finally {
    cancel();
    interrupted.removeEventListener('abort', onInterrupt);
  }
}

function interruption(): ChatError {
  return new ChatError({
    kind: 'aborted',
    code: 'not-sent',
    message: 'Interrupted while standard input was read; nothing was sent.',
  });
}

function tooLarge(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'Standard input has more than 8 MiB.',
    fix: 'Send the part that matters, as in: head -c 100000 server.log | farebox "What went wrong?"',
  });
}
