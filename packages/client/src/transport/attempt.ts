import {
  type CallContext,
  ChatError,
  type ChatRequest,
  type ChatStream,
  classifyResponse,
} from '@farebox/core';
import { Pump } from '@farebox/streaming';
import { systemClock } from '../clock/system-clock.js';
import { abortError } from './abort-error.js';
import { discard } from './discard.js';
import { readErrorBody } from './error-body.js';
import { linkSignal } from './linked-signal.js';
import { networkError } from './network-error.js';
import { orAbort } from './or-abort.js';

export interface AttemptOptions {
  /** Sends the request; redirects must come back as replies, not be followed. */
  readonly send: (signal: AbortSignal) => Promise<Response>;
  readonly request: ChatRequest;
  readonly context: CallContext;
  /** Where the request goes, for messages. */
  readonly origin: string;
  /** What no error may repeat; the sender may add to it until the reply is there. */
  readonly secrets: readonly string[];
}

/**
 * One attempt over the wire, whatever sends it: from the request to a stream that has settled.
 *
 * The signal outranks what the sender throws: once it is aborted, that is what happened.
 */
export async function attempt(options: AttemptOptions): Promise<ChatStream> {
  const { send, context, origin, secrets } = options;
  const link = linkSignal(context.signal);
  const { signal } = link;
  try {
    const response = await orAbort(signal, () => send(signal), discard);
    context.onHeaders?.();
    const stream = await openReply(response, options, signal);
    stream.watch({ end: link.unlink });
    return stream;
  } catch (thrown) {
    link.unlink();
    const error = signal.aborted ? abortError(signal) : networkError(thrown, origin, secrets);
    // Whatever is still under way for this attempt ends here.
    link.abort(error);
    throw error;
  }
}

async function openReply(
  response: Response,
  { request, context, origin, secrets }: AttemptOptions,
  signal: AbortSignal,
): Promise<ChatStream> {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    discard(response);
    throw redirected(origin, headers.get('location'), status);
  }
  const { clock = systemClock } = context;
  if (!response.ok) {
    const body = await readErrorBody(response.body, clock, signal);
    throw classifyResponse({ status, headers, body, nowMs: clock.now(), secrets });
  }
  const pump = new Pump(response.body?.getReader() ?? emptySource, {
    facts: { status, requestId: headers.get('x-request-id') ?? undefined },
    expectedChoices: request.n ?? 1,
    secrets,
  });
  const onAbort = () => pump.stop(abortError(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  await pump.open();
  return pump;
}

const emptySource = {
  read: () => Promise.resolve({ done: true }),
  cancel: () => Promise.resolve(),
};

/** Followed, a redirect would carry the key and the prompt to an address that nobody chose. */
function redirected(origin: string, location: string | null, status: number): ChatError {
  const target = location === null ? null : URL.parse(location, origin);
  const where = target === null ? '' : ` to ${target.origin}`;
  return new ChatError({
    kind: 'configuration',
    code: 'redirect',
    status: status || undefined,
    message: `${origin} answered with a redirect${where}, which is not followed.`,
    fix: 'Set baseURL to the address where the API itself is.',
  });
}
