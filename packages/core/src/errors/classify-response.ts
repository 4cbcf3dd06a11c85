import { namedWait } from '../backoff/named-wait.js';
import { rateLimitReset } from '../backoff/rate-limit-reset.js';
import { type HeaderReader, retryAfter } from '../backoff/retry-after.js';
import { ChatError } from './chat-error.js';
import { kindOfStatus, statusLine } from './http-status.js';
import { kindOfNames, kindOfWording } from './kind-of-code.js';
import type { ErrorKind } from './kinds.js';
import { readErrorBody } from './provider-error.js';
import { providerText } from './provider-text.js';
import { redact, unlessSecret } from './redact.js';

export interface ErrorResponse {
  readonly status: number;
  readonly headers: HeaderReader;
  /** The body as text: JSON, HTML, nothing or garbage. The caller bounds its size. */
  readonly body: string;
  /** The wall clock, in milliseconds since 1970, for dates in headers. */
  readonly nowMs: number;
  /** What must not appear in the message, such as the API key. */
  readonly secrets?: readonly string[] | undefined;
}

/**
 * The error that a reply outside 200–299 stands for.
 *
 * The kind comes from the provider's code before the status: a 429 is an empty account as often as a
 * rate limit, and only one of them is worth a retry. The message quotes the provider, cleaned and
 * redacted; of a web page it says only that it is one.
 *
 * @example
 * const body = '{"error":{"message":"You exceeded your current quota.","code":"insufficient_quota"}}';
 * const error = classifyResponse({ status: 429, headers: new Headers(), body, nowMs: Date.now() });
 * error.kind; // => 'quota'
 * error.message; // => 'The provider answered 429 Too Many Requests: You exceeded your current quota.'
 */
export function classifyResponse(response: ErrorResponse): ChatError {
  const { status, headers, body, nowMs, secrets } = response;
  if (status >= 300 && status < 400) return redirect(response);
  const provider = readErrorBody(body);
  const message = provider?.message ?? '';
  const code = unlessSecret(provider?.code, secrets);
  const saidMs = retryAfter(headers, nowMs) ?? namedWait(message);
  const kind = kindOf(status, provider?.names ?? [], message, saidMs);
  const reason = reasonOf(body, providerText(message, secrets), code, secrets);
  return new ChatError({
    kind,
    message: `The provider answered ${statusLine(status)}${reason}`,
    status,
    code: code ?? (isWebPage(body) ? 'html' : undefined),
    requestId: requestIdOf(headers, secrets),
    // Sent with every reply, the resets are a hint only where a limit was met.
    retryAfterMs: saidMs ?? (kind === 'rate-limit' ? rateLimitReset(headers) : undefined),
    shouldRetry: shouldRetryOf(headers),
  });
}

function kindOf(
  status: number,
  names: readonly string[],
  message: string,
  retryAfterMs: number | undefined,
): ErrorKind {
  const kind = kindOfStatus(status);
  if (kind !== 'bad-request' && kind !== 'rate-limit' && kind !== 'permission') return kind;
  const named = kindOfNames(names);
  if (named === 'quota') return 'quota';
  if (kind === 'rate-limit') {
    // Who says when to come back does not mean an empty account, whatever the words.
    const silent = named === undefined && retryAfterMs === undefined;
    return silent && kindOfWording(message) === 'quota' ? 'quota' : kind;
  }
  if (named === 'content-filter') return named;
  if (kind === 'permission') return kind;
  if (named === 'context-length' || named === 'not-found' || named === 'authentication')
    return named;
  return kindOfWording(message) ?? kind;
}

function reasonOf(
  body: string,
  said: string,
  code: string | undefined,
  secrets: readonly string[] | undefined,
): string {
  if (said !== '') return `: ${said}`;
  if (body.trim() === '') return ' with an empty body.';
  if (isWebPage(body)) return ' with an HTML page, not with an error of its API.';
  if (code !== undefined) return ` (${code}).`;
  // JSON without a message is somebody's data, not a sentence for people.
  return /^\s*[{[]/.test(body) ? ' without a reason.' : `: ${providerText(body, secrets)}`;
}

function redirect({ status, headers, secrets }: ErrorResponse): ChatError {
  const target = redact(originOf(headers.get('location')), secrets);
  return new ChatError({
    kind: 'configuration',
    code: 'redirect',
    status,
    requestId: requestIdOf(headers, secrets),
    message: `The provider answered ${statusLine(status)}, a redirect to ${target}. It was not followed, because the key and the prompt would go along.`,
    fix: 'Set the base URL to the address that the provider documents.',
  });
}

/** The origin only: a path or a query can hold a secret. */
function originOf(location: string | null): string {
  const origin = location === null ? null : URL.parse(location)?.origin;
  return origin && origin !== 'null' ? origin : 'another path';
}

function isWebPage(body: string): boolean {
  return /^\s*<[!?a-z]/i.test(body);
}

function requestIdOf(
  headers: HeaderReader,
  secrets: readonly string[] | undefined,
): string | undefined {
  const id = headers.get('x-request-id') ?? '';
  return /^[\w.:-]{1,128}$/.test(id) ? unlessSecret(id, secrets) : undefined;
}

function shouldRetryOf(headers: HeaderReader): boolean | undefined {
  const word = headers.get('x-should-retry');
  return word === 'true' ? true : word === 'false' ? false : undefined;
}
