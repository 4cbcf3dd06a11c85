import { ChatError, type ErrorKind, isChatError, platformCode } from '@farebox/core';
import { redact } from '@farebox/core/errors';
import { cleanCause } from './clean-cause.js';

interface Reading {
  readonly kind: ErrorKind;
  readonly what: string;
  readonly fix?: string;
}

const tlsFix =
  "Check the server's certificate and this machine's clock and certificate authorities.";

/** What the platform's code for a failed request means. Source: Node.js and undici error codes. */
const readings: readonly (readonly [pattern: RegExp, reading: Reading])[] = [
  [
    /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH)/,
    { kind: 'configuration', what: 'the secure connection was refused', fix: tlsFix },
  ],
  [
    /^BAD_PORT$/,
    {
      kind: 'configuration',
      what: 'fetch refuses that port, which belongs to another protocol',
      fix: 'Serve the API on another port.',
    },
  ],
  [/^(HPE_|ERR_HTTP|UND_ERR_RES)/, { kind: 'protocol', what: 'the answer is not HTTP' }],
  [
    /^UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT$|^ETIMEDOUT$/,
    { kind: 'timeout', what: 'the server did not answer in time' },
  ],
  [/^ECONNREFUSED$/, { kind: 'connection', what: 'the connection was refused' }],
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    { kind: 'connection', what: "the server's name could not be resolved" },
  ],
  [/./, { kind: 'connection', what: 'the connection broke' }],
];

/**
 * What a rejected `fetch` means. The platform says "fetch failed" and hides the reason in `cause`.
 *
 * @param origin where the request went, without path or query.
 */
export function networkError(
  thrown: unknown,
  origin: string,
  secrets: readonly string[],
): ChatError {
  if (isChatError(thrown)) return thrown;
  const code = isBadPort(thrown) ? 'BAD_PORT' : platformCode(thrown);
  const [, reading] = readings.find(([pattern]) => pattern.test(code ?? '?')) ?? [];
  const { kind, what, fix } = reading as Reading;
  const shown = code === undefined ? '' : ` (${code})`;
  return new ChatError({
    kind,
    code: kind === 'protocol' ? 'not-http' : code,
    message: redact(`${origin} could not be reached: ${what}${shown}.`, secrets),
    fix,
    cause: cleanCause(thrown, secrets),
  });
}

/** Source: Fetch standard, "bad port"; the platform has no code for it. */
function isBadPort(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.cause as Error | undefined)?.message === 'bad port';
}
