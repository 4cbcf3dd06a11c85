import type { Clock, ReplyBody } from '@farebox/core';

/** Enough for any provider's error object. */
const maxErrorBytes = 64 * 1024;
/** The status has arrived, so a body that stalls is not worth more. */
const maxErrorBodyMs = 5_000;

/**
 * Reads the body of an error reply: as much as arrives within 64 KiB and five seconds.
 *
 * Never throws and never hangs: what matters is in the status and the headers.
 */
export async function readErrorBody(
  body: ReplyBody | null,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const ended = Promise.withResolvers<undefined>();
  const stop = () => ended.resolve(undefined);
  const cancel = clock.after(maxErrorBodyMs, stop);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let text = '';
  try {
    for (let bytes = 0; bytes < maxErrorBytes; ) {
      const block = await Promise.race([reader.read(), ended.promise]);
      if (block?.value === undefined || block.done) break;
      const value = block.value.subarray(0, maxErrorBytes - bytes);
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // A body that breaks off leaves what had arrived.
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
    reader.cancel().catch(() => {});
  }
  return text;
}
