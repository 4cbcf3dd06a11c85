import { type ChatError, type ErrorKind, isChatError } from '@farebox/core';
import { fixOfError } from '../report/fix-of.js';

/** An answer of this command in place of the provider's. */
export interface ErrorReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What each kind is as a status, where it came about here; all others are a failure of this command. */
const statuses: Partial<Record<ErrorKind, number>> = {
  budget: 402,
  timeout: 504,
  connection: 502,
  server: 502,
  protocol: 502,
  'too-large': 502,
  truncated: 502,
  'bad-request': 400,
  'context-length': 400,
  aborted: 503,
};

/**
 * An error as a client of the API reads it: OpenAI's shape, with the kind as its type (`farebox_budget`), and the fix.
 *
 * The page's connection makes the same error of it again.
 */
export function errorReply(error: unknown): ErrorReply {
  if (!isChatError(error)) return reply(500, 'farebox_failure', 'farebox play failed.', null);
  const { kind, code, message, retryAfterMs } = error;
  const status = statuses[kind] ?? 500;
  return reply(status, `farebox_${kind}`, message, code ?? null, {
    fix: fixInPage(error),
    retry: status === 502 || status === 504 ? undefined : false,
    retryAfterMs,
  });
}

/** What the fixes of `ask` call by its options is a field in the page; `--max-cost` is an option here, too. */
function fixInPage(error: ChatError): string {
  return fixOfError(error)
    .replace('--max-tokens or use --fit', '--max-tokens')
    .replace('Give --max-tokens', 'Give a maximum of output tokens')
    .replace('--max-tokens', 'the maximum of output tokens')
    .replace('; for another one, --unknown-price says what holds', '');
}

/** The same for a request that is turned away before it is anything. */
export function rejectionReply(status: number, message: string): ErrorReply {
  return reply(status, 'invalid_request_error', message, null, { retry: false });
}

interface More {
  readonly fix?: string;
  readonly retry?: false | undefined;
  readonly retryAfterMs?: ChatError['retryAfterMs'];
}

function reply(
  status: number,
  type: string,
  message: string,
  code: string | null,
  { fix, retry, retryAfterMs }: More = {},
): ErrorReply {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      ...(retry === false && { 'x-should-retry': 'false' }),
      ...(retryAfterMs !== undefined && { 'retry-after-ms': String(retryAfterMs) }),
    },
    body: JSON.stringify({ error: { message, type, param: null, code, ...(fix && { fix }) } }),
  };
}
