import { type Confidential, unlessConfidential } from './confidential.js';
import type { ErrorKind } from './kinds.js';
import { platformCode } from './platform-code.js';

/** What a failure of the platform under a request or a reply means. */
export interface NetworkFailure {
  readonly kind: ErrorKind;
  /** The narrower fact: one of ours (`connect`, `not-http`, …), else the platform's code. */
  readonly code: string | undefined;
  /** What happened, as the end of a sentence: "the connection was refused (ECONNREFUSED)". */
  readonly what: string;
  readonly fix?: string;
}

interface Reading {
  /** What the platform's code looks like. */
  readonly codes?: RegExp;
  /** What the platform's words look like, where it has no code for it: `Name: message`. */
  readonly words?: RegExp;
  readonly kind: ErrorKind;
  readonly code?: string;
  readonly what: string;
  readonly fix?: string;
}

/** In this order. Source: codes and words of Node.js 22 and 24, llhttp, undici 6 and 7, zlib. */
const readings: readonly Reading[] = [
  {
    codes: /^ERR_BLOCKED_ADDRESS$/,
    kind: 'configuration',
    code: 'blocked-address',
    what: 'its address is private, and denyPrivate is on',
    fix: 'Use a public address, or leave denyPrivate out for a server of your own.',
  },
  {
    codes: /^ERR_PROXY_AUTHENTICATION$/,
    words: /: (?:Proxy response \(407\)|Proxy Authentication Required)/,
    kind: 'configuration',
    code: 'proxy-authentication',
    what: 'the proxy wants a user name and a password, or refuses those that it was given',
    fix: 'Put them into the address of the proxy: http://user:password@host:port.',
  },
  {
    codes: /^ERR_PROXY_TUNNEL$/,
    words: /: Proxy response \(\d+\)/,
    kind: 'connection',
    code: 'proxy-refused',
    what: 'the proxy did not open a way to it',
    fix: 'Check the proxy, or except the address from it with NO_PROXY.',
  },
  {
    codes:
      /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH|EPROTO$)/,
    kind: 'configuration',
    what: 'the secure connection was refused',
    fix: "Check the server's certificate and this machine's clock and certificate authorities.",
  },
  {
    // Source: Fetch standard, "bad port"; the platform has no code for it.
    words: /: bad port$/,
    kind: 'configuration',
    code: 'BAD_PORT',
    what: 'fetch refuses that port, which belongs to another protocol',
    fix: 'Serve the API on another port.',
  },
  {
    codes: /^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/,
    kind: 'protocol',
    code: 'headers-too-large',
    what: 'the headers of the answer are larger than the platform allows',
  },
  {
    codes:
      /^(?:UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_(?:UNEXPECTED|INVALID)_CONTENT_LENGTH|HPE_INVALID_TRANSFER_ENCODING)$/,
    words: /^HTTPParserError: .*(?:content-length|transfer-encoding)/i,
    kind: 'protocol',
    code: 'ambiguous-length',
    what: 'the answer contradicts itself about its length',
  },
  {
    words: /: too many content-encodings/,
    kind: 'protocol',
    code: 'too-many-encodings',
    what: 'the answer is compressed more often than the platform allows',
  },
  {
    codes: /^(?:Z_(?:DATA|STREAM)_ERROR|Z_NEED_DICT|ERR__ERROR_|ZSTD_error_)/,
    kind: 'protocol',
    code: 'bad-encoding',
    what: 'the answer cannot be decompressed',
  },
  {
    codes: /^(?:HPE_|ERR_HTTP|UND_ERR_RES)/,
    // The parser that Node.js 24 has gives most of its errors no code.
    words: /^HTTPParserError: /,
    kind: 'protocol',
    code: 'not-http',
    what: 'the answer is not HTTP',
  },
  {
    codes: /^UND_ERR_CONNECT_TIMEOUT$/,
    kind: 'timeout',
    code: 'connect',
    what: 'the connection did not come about in time',
  },
  {
    codes: /^(?:UND_ERR_(?:HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/,
    kind: 'timeout',
    what: 'the server did not answer in time',
  },
  { codes: /^ECONNREFUSED$/, kind: 'connection', what: 'the connection was refused' },
  {
    codes: /^(?:ENOTFOUND|EAI_AGAIN)$/,
    kind: 'connection',
    what: "the server's name could not be resolved",
  },
];

const broken: Reading = { kind: 'connection', what: 'the connection broke' };

/**
 * What it means that `fetch`, or reading a reply, has thrown. The platform says "fetch failed" or
 * "terminated" and hides the reason in a `cause`; what is not known is a broken connection.
 *
 * @example
 * const cause = Object.assign(new Error('connect'), { code: 'UND_ERR_CONNECT_TIMEOUT' });
 * networkFailure(new TypeError('fetch failed', { cause })).code; // => 'connect'
 */
export function networkFailure(thrown: unknown, confidential: Confidential = {}): NetworkFailure {
  const platform = platformCode(thrown);
  const chain = causesOf(thrown);
  const matches = ({ codes, words }: Reading) =>
    (platform !== undefined && codes?.test(platform)) ||
    chain.some((error) => words?.test(`${error.name}: ${error.message}`));
  const reading = isConnectTimeout(platform, chain)
    ? readings.find(({ code }) => code === 'connect')
    : readings.find(matches);
  const named = unlessConfidential(platform, confidential);
  const { kind, code = named, what, fix } = reading ?? broken;
  const shown = named === undefined ? what : `${what} (${named})`;
  return { kind, code, what: shown, ...(fix !== undefined && { fix }) };
}

/** ETIMEDOUT is also what an open connection dies of; only while connecting has nothing been sent. */
function isConnectTimeout(platform: string | undefined, chain: readonly Error[]): boolean {
  return (
    platform === 'ETIMEDOUT' &&
    chain.some((error) => (error as { syscall?: unknown }).syscall === 'connect')
  );
}

/** An error and its causes; where several addresses were tried, the first one's. */
function causesOf(thrown: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = thrown; at instanceof Error && chain.length < 6; ) {
    chain.push(at);
    at = at instanceof AggregateError && at.errors.length > 0 ? at.errors[0] : at.cause;
  }
  return chain;
}
