import {
  abortError,
  type CallContext,
  ChatError,
  type ChatRequest,
  type ChatStream,
  type ProviderProfile,
  type Reply,
} from '@farebox/core';
import { type Confidential, classifyResponse, providerText } from '@farebox/core/errors';
import { openStream, type ReplyLimits } from '@farebox/streaming';
import { systemClock } from '../clock/system-clock.js';
import { discard } from './discard.js';
import { readErrorBody } from './error-body.js';
import { linkSignal } from './linked-signal.js';
import { networkError } from './network-error.js';
import { orAbort } from './or-abort.js';

export interface AttemptOptions extends Confidential {
  /** Sends the request; a redirect that may not be followed must come back as a reply. */
  readonly send: (signal: AbortSignal) => Promise<Reply>;
  readonly request: ChatRequest;
  readonly context: CallContext;
  /** Where the request goes, for messages. */
  readonly origin: string;
  /** What no error may repeat; the sender may add to it until the reply is there. */
  readonly secrets: readonly string[];
  readonly limits: ReplyLimits | undefined;
  readonly profile: ProviderProfile;
}

/**
 * One attempt over the wire, whatever sends it: from the request to a stream that has settled.
 *
 * The signal outranks what the sender throws: once it is aborted, that is what happened.
 */
export async function attempt(options: AttemptOptions): Promise<ChatStream> {
  const { send, context, origin } = options;
  // A fact for whoever pays: nothing has left.
  if (context.signal?.aborted) throw abortError(context.signal).with({ code: 'not-sent' });
  if (isTooLate(context)) throw tooLate();
  const link = linkSignal(context.signal);
  const { signal } = link;
  let response: Reply | undefined;
  let isDrained = false;
  const onDrain = (stream: ChatStream) => {
    isDrained = true;
    context.onDrain?.(stream);
  };
  try {
    context.onSend?.(origin);
    response = await orAbort(signal, () => send(signal), discard);
    context.onHeaders?.(response.headers);
    // From here on the stream ends its reply itself: what it drains may not be cut off by the abort.
    if (context.drain !== undefined && response.ok) link.unlink();
    const stream = await openReply(response, options, signal, onDrain);
    stream.watch({ end: link.unlink });
    return stream;
  } catch (thrown) {
    link.unlink();
    const error = context.signal?.aborted
      ? abortError(context.signal)
      : networkError(thrown, origin, options);
    if (isDrained) throw error;
    // The reply ends here. Not where there is none: aborted after it has refused a reply (too many
    // encodings), fetch of Node.js 24 emits an error that nobody can catch.
    if (response !== undefined) link.abort(error);
    throw error;
  }
}

/** Whether the deadline has passed unheard: after a machine has slept, all its timers are late. */
function isTooLate({
  clock = systemClock,
  deadlineAtMs = Number.POSITIVE_INFINITY,
}: CallContext): boolean {
  return clock.monotonicMs() >= deadlineAtMs;
}

function tooLate(): ChatError {
  return new ChatError({
    kind: 'timeout',
    code: 'not-sent',
    message: 'Nothing was sent: the deadline of the call had passed.',
    gaveUp: 'deadline',
  });
}

async function openReply(
  response: Reply,
  options: AttemptOptions,
  signal: AbortSignal,
  onDrain: (stream: ChatStream) => void,
): Promise<ChatStream> {
  const { request, secrets, context, limits, profile } = options;
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    discard(response);
    throw redirected(response, options);
  }
  const { clock = systemClock } = context;
  const nowMs = clock.now();
  if (!response.ok) {
    const body = await readErrorBody(response.body, clock, signal);
    throw classifyResponse({ status, headers, body, nowMs, secrets, request });
  }
  const expectedChoices = request.n ?? 1;
  const { attempt, deadlineAtMs } = context;
  const how = { attempt, limits, profile, expectedChoices, secrets, request, nowMs };
  if (context.drain === undefined) return openStream(response, { ...how, signal });
  const drain = { ...context.drain, clock, deadlineAtMs };
  return openStream(response, { ...how, signal: context.signal, drain, onDrain });
}

/** Followed, a redirect would carry the key and the prompt to an address that nobody chose. */
function redirected({ status, headers }: Reply, options: AttemptOptions): ChatError {
  const { origin } = options;
  const location = headers.get('location');
  const target = location === null ? null : URL.parse(location, origin);
  const where = target === null ? '' : ` to ${providerText(target.origin, options)}`;
  return new ChatError({
    kind: 'configuration',
    code: 'redirect',
    status: status || undefined,
    message: `${origin} answered with a redirect${where}, which is not followed.`,
    fix: 'Set baseURL to the address where the API itself is.',
  });
}
