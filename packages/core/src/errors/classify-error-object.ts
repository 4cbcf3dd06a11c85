import { ChatError } from './chat-error.js';
import { type Confidential, unlessConfidential } from './confidential.js';
import { kindOfStatus } from './http-status.js';
import { kindOfNames, kindOfThrottling, kindOfWording } from './kind-of-code.js';
import type { ErrorKind } from './kinds.js';
import { type ProviderError, readProviderError } from './provider-error.js';
import { providerText } from './provider-text.js';
import { type ReplyHead, saidWait, shouldRetryOf, waitFor } from './retry-hints.js';

/** What is known of the reply that an error came in. */
export interface ErrorObjectFacts extends Confidential {
  /** The HTTP status of the reply; a status inside the error outranks it. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Whether the caller had been given a part of the answer. Default false. */
  readonly delivered?: boolean | undefined;
  /** Its headers may say when to come back. */
  readonly reply?: ReplyHead | undefined;
}

/**
 * The error that an `{"error": …}` inside a reply stands for: in a stream, or under status 200.
 *
 * It maps like its HTTP equal, so `{"code": 429}` as the first event of a stream is retried like a
 * 429. An error that says nothing we know is the provider's own failure: `server`.
 *
 * @param error The value of the `error` field, whatever it is.
 * @example
 * classifyErrorObject({ code: 429, message: 'Slow down.' }, { status: 200 }).kind; // => 'rate-limit'
 */
export function classifyErrorObject(error: unknown, facts: ErrorObjectFacts): ChatError {
  const { status, requestId, delivered, partial, reply } = facts;
  const provider = readProviderError(error);
  const message = provider.message ?? '';
  const said = providerText(message, facts);
  const code = unlessConfidential(provider.code, facts);
  const saidMs = saidWait(reply, message, provider.retryAfterMs);
  const kind = kindOf(provider, message, saidMs);
  return new ChatError({
    kind,
    message: `The provider sent an error${code === undefined ? '' : ` (${code})`} in its reply${said === '' ? '.' : `: ${said}`}`,
    status: provider.status ?? status,
    code,
    requestId,
    retryAfterMs: waitFor(kind, saidMs, reply),
    shouldRetry: shouldRetryOf(reply),
    delivered,
    partial,
  });
}

function kindOf(
  { names, status }: ProviderError,
  message: string,
  saidMs: number | undefined,
): ErrorKind {
  const named = kindOfNames(names);
  if (named !== undefined && named !== 'bad-request') return named;
  const fromStatus = status === undefined ? undefined : kindOfStatus(status);
  if (fromStatus === 'rate-limit') return kindOfThrottling(named, message, saidMs);
  if (fromStatus !== undefined && fromStatus !== 'bad-request') return fromStatus;
  if (named === undefined && fromStatus === undefined) return kindOfWording(message) ?? 'server';
  return kindOfWording(message) ?? 'bad-request';
}
