import { namedWait } from '../backoff/named-wait.js';
import type { PartialCompletion } from '../wire/completion.js';
import { ChatError } from './chat-error.js';
import { kindOfStatus } from './http-status.js';
import { kindOfNames, kindOfWording } from './kind-of-code.js';
import type { ErrorKind } from './kinds.js';
import { type ProviderError, readProviderError } from './provider-error.js';
import { providerText } from './provider-text.js';
import { unlessSecret } from './redact.js';

/** What is known of the reply that an error came in. */
export interface ErrorObjectFacts {
  /** The HTTP status of the reply; a status inside the error outranks it. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Whether the caller had been given a part of the answer. Default false. */
  readonly delivered?: boolean | undefined;
  readonly partial?: PartialCompletion | undefined;
  /** What must not appear in the message, such as the API key. */
  readonly secrets?: readonly string[] | undefined;
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
  const { status, requestId, delivered, partial, secrets } = facts;
  const provider = readProviderError(error);
  const message = provider.message ?? '';
  const said = providerText(message, secrets);
  const code = unlessSecret(provider.code, secrets);
  return new ChatError({
    kind: kindOf(provider, message),
    message: `The provider sent an error${code === undefined ? '' : ` (${code})`} in its reply${said === '' ? '.' : `: ${said}`}`,
    status: provider.status ?? status,
    code,
    requestId,
    retryAfterMs: namedWait(message),
    delivered,
    partial,
  });
}

function kindOf({ names, status }: ProviderError, message: string): ErrorKind {
  const named = kindOfNames(names);
  if (named !== undefined && named !== 'bad-request') return named;
  const fromStatus = status === undefined ? undefined : kindOfStatus(status);
  if (fromStatus !== undefined && fromStatus !== 'bad-request') return fromStatus;
  if (named === undefined && fromStatus === undefined) return kindOfWording(message) ?? 'server';
  return kindOfWording(message) ?? 'bad-request';
}
