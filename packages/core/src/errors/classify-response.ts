import { ChatError } from './chat-error.js';
import { type Confidential, unlessConfidential } from './confidential.js';
import { kindOfStatus, statusLine } from './http-status.js';
import { kindOfNames, kindOfThrottling, kindOfWording } from './kind-of-code.js';
import type { ErrorKind } from './kinds.js';
import { readErrorBody } from './provider-error.js';
import { providerText } from './provider-text.js';
import { requestIdOf } from './request-id.js';
import { type ReplyHead, saidWait, shouldRetryOf, waitFor } from './retry-hints.js';

export interface ErrorResponse extends ReplyHead, Confidential {
  readonly status: number;
  /** The body as text: JSON, HTML, nothing or garbage. The caller bounds its size. */
  readonly body: string;
}

/**
 * The error that a reply outside 200–299 stands for.
 *
 * The kind comes from the provider's code before the status: a 429 is an empty account as often as a
 * rate limit, and only one of them is worth a retry. The message quotes the provider, cleaned, and
 * without what it repeats of a key or of the request; of a web page it says only that it is one.
 *
 * @example
 * const body = '{"error":{"message":"You exceeded your current quota.","code":"insufficient_quota"}}';
 * const error = classifyResponse({ status: 429, headers: new Headers(), body, nowMs: Date.now() });
 * error.kind; // => 'quota'
 * error.message; // => 'The provider answered 429 Too Many Requests: You exceeded your current quota.'
 */
export function classifyResponse(response: ErrorResponse): ChatError {
  const { status, headers, body } = response;
  if (status >= 300 && status < 400) return redirect(response);
  const provider = readErrorBody(body);
  const message = provider?.message ?? '';
  const code = unlessConfidential(provider?.code, response);
  const saidMs = saidWait(response, message, provider?.retryAfterMs);
  const kind = kindOf(status, provider?.names ?? [], message, saidMs);
  return new ChatError({
    kind,
    message: `The provider answered ${statusLine(status)}${reasonOf(response, message, code)}`,
    status,
    code: code ?? (isWebPage(body) ? 'html' : undefined),
    requestId: requestIdOf(headers, response),
    retryAfterMs: waitFor(kind, saidMs, response),
    shouldRetry: shouldRetryOf(response),
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
  if (kind === 'rate-limit') return kindOfThrottling(named, message, retryAfterMs);
  if (named === 'content-filter') return named;
  if (kind === 'permission') return kind;
  if (named === 'context-length' || named === 'not-found' || named === 'authentication')
    return named;
  return kindOfWording(message) ?? kind;
}

function reasonOf(response: ErrorResponse, message: string, code: string | undefined): string {
  const { body } = response;
  const said = providerText(message, response);
  if (said !== '') return `: ${said}`;
  if (body.trim() === '') return ' with an empty body.';
  if (isWebPage(body)) return ' with an HTML page, not with an error of its API.';
  if (code !== undefined) return ` (${code}).`;
  // JSON without a message is somebody's data, not a sentence for people.
  return /^\s*[{[]/.test(body) ? ' without a reason.' : `: ${providerText(body, response)}`;
}

function redirect(response: ErrorResponse): ChatError {
  const { status, headers } = response;
  const target = providerText(originOf(headers.get('location')), response);
  return new ChatError({
    kind: 'configuration',
    code: 'redirect',
    status,
    requestId: requestIdOf(headers, response),
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
