import { abortError, type ByteSource, ChatError, type ChatStream, type Reply } from '@farebox/core';
import { requestIdOf } from '@farebox/core/errors';
import { Pump } from './pump.js';
import type { PumpOptions } from './pump-options.js';

export interface OpenStreamOptions extends Omit<PumpOptions, 'facts' | 'reply'> {
  /** Aborting it ends the stream, also while it is being opened, with what {@link abortError} says. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The wall clock when the reply came, in milliseconds since 1970: an error in it may say to wait
   * until a date. Not needed where the server sends its own `Date`.
   */
  readonly nowMs?: number | undefined;
  /** Is given the stream of a reply that is drained although it was never opened, before the rejection. */
  readonly onDrain?: ((stream: ChatStream) => void) | undefined;
}

/**
 * The stream of a `Response` that you already have, once something of the answer is in hand.
 *
 * For successful replies: an error status has no stream, and its body is not touched. There are no
 * clocks here; a reply that stalls is waited for until `stop` or the signal.
 *
 * @throws {ChatError} `configuration` for an error status; whatever ends the reply before it carries
 * something, with `delivered: false`.
 * @example
 * const stream = await openStream(await fetch(url, init));
 * for await (const text of stream.text()) process.stdout.write(text);
 */
export async function openStream(
  response: Reply,
  options: OpenStreamOptions = {},
): Promise<ChatStream> {
  const { status, headers, body } = response;
  if (!response.ok) {
    throw new ChatError({
      kind: 'configuration',
      status,
      message: `openStream was given a reply with status ${status}, which has no stream.`,
      fix: 'Check response.ok first; classifyResponse of @farebox/core/errors says what an error reply means.',
    });
  }
  const { signal, onDrain, nowMs = Number.NaN, ...others } = options;
  const id = requestIdOf(headers);
  // Whole only: the rest is looked for when there is an error, not for every reply.
  const isSecret = options.secrets?.some((secret) => secret !== '' && id?.includes(secret));
  const facts = { status, requestId: isSecret ? undefined : id };
  const reply = { headers, nowMs };
  const pump = new Pump(body?.getReader() ?? nothing, { ...others, facts, reply });
  if (signal !== undefined) follow(pump, signal);
  try {
    await pump.open();
  } catch (error) {
    if (pump.isDrained) onDrain?.(pump);
    throw error;
  }
  return pump;
}

function follow(pump: Pump, signal: AbortSignal): void {
  const onAbort = () => pump.stop(abortError(signal));
  pump.watch({ end: () => signal.removeEventListener('abort', onAbort) });
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
}

/** The source of a reply without a body. */
const nothing: ByteSource = {
  read: () => Promise.resolve({ done: true }),
  cancel: () => Promise.resolve(),
};
