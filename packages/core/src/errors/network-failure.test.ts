import { describe, expect, it } from 'vitest';
import { networkFailure } from './network-failure.js';

const coded = (code: string, facts: object = {}) =>
  Object.assign(new Error('words of the system'), { code, ...facts });
const named = (name: string, message: string) =>
  Object.defineProperty(new Error(message), 'name', { value: name });
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });
const parserError = (words: string) =>
  named('HTTPParserError', `Response does not match the HTTP/1.1 protocol (${words})`);

describe('a failure of the network', () => {
  it.each([
    ['ERR_BLOCKED_ADDRESS', 'configuration', 'blocked-address'],
    ['ERR_PROXY_AUTHENTICATION', 'configuration', 'proxy-authentication'],
    ['ERR_PROXY_TUNNEL', 'connection', 'proxy-refused'],
    ['CERT_HAS_EXPIRED', 'configuration', 'CERT_HAS_EXPIRED'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'configuration', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'configuration', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'configuration', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'configuration', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['EPROTO', 'configuration', 'EPROTO'],
    ['UND_ERR_HEADERS_OVERFLOW', 'protocol', 'headers-too-large'],
    ['HPE_HEADER_OVERFLOW', 'protocol', 'headers-too-large'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'protocol', 'ambiguous-length'],
    ['HPE_UNEXPECTED_CONTENT_LENGTH', 'protocol', 'ambiguous-length'],
    ['HPE_INVALID_CONTENT_LENGTH', 'protocol', 'ambiguous-length'],
    ['HPE_INVALID_TRANSFER_ENCODING', 'protocol', 'ambiguous-length'],
    ['Z_DATA_ERROR', 'protocol', 'bad-encoding'],
    ['ERR__ERROR_FORMAT_CL_SPACE', 'protocol', 'bad-encoding'],
    ['ZSTD_error_prefix_unknown', 'protocol', 'bad-encoding'],
    ['HPE_INVALID_CONSTANT', 'protocol', 'not-http'],
    ['UND_ERR_RESPONSE_STATUS_CODE', 'protocol', 'not-http'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'connect'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', 'UND_ERR_HEADERS_TIMEOUT'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout', 'UND_ERR_BODY_TIMEOUT'],
    ['ETIMEDOUT', 'timeout', 'ETIMEDOUT'],
    ['ECONNREFUSED', 'connection', 'ECONNREFUSED'],
    ['ENOTFOUND', 'connection', 'ENOTFOUND'],
    ['EAI_AGAIN', 'connection', 'EAI_AGAIN'],
    ['ECONNRESET', 'connection', 'ECONNRESET'],
    ['UND_ERR_SOCKET', 'connection', 'UND_ERR_SOCKET'],
    // The data ended before its compression did: the connection broke, the data is not wrong.
    ['Z_BUF_ERROR', 'connection', 'Z_BUF_ERROR'],
  ])('%s is a %s error with code %s', (platform, kind, code) => {
    const failure = networkFailure(fetchFailed(coded(platform)));
    expect(failure).toMatchObject({ kind, code });
    expect(failure.what).toMatch(new RegExp(` \\(${platform}\\)$`));
  });

  it.each([
    ['Expected HTTP/, RTSP/ or ICE/', 'not-http'],
    ['Invalid header token', 'not-http'],
    ["Content-Length can't be present with Transfer-Encoding", 'ambiguous-length'],
    ["Transfer-Encoding can't be present with Content-Length", 'ambiguous-length'],
    ['Content-Length already present', 'ambiguous-length'],
  ])('a parser without codes that says "%s" means %s', (words, code) => {
    const failure = networkFailure(fetchFailed(parserError(words)));
    expect(failure).toMatchObject({ kind: 'protocol', code });
  });

  it.each([
    ['TypeError', 'bad port', 'configuration', 'BAD_PORT'],
    ['Error', 'too many content-encodings in response: 6', 'protocol', 'too-many-encodings'],
    [
      'RequestAbortedError',
      'Proxy response (407) !== 200 when HTTP Tunneling',
      'configuration',
      'proxy-authentication',
    ],
    [
      'RequestAbortedError',
      'Proxy response (502) !== 200 when HTTP Tunneling',
      'connection',
      'proxy-refused',
    ],
  ])('a %s that says "%s" is a %s error with code %s', (name, words, kind, code) => {
    expect(networkFailure(fetchFailed(named(name, words)))).toMatchObject({ kind, code });
  });

  it('a time-out of the system while connecting is one of connecting, whichever address was first', () => {
    const timedOut = coded('ETIMEDOUT', { syscall: 'connect' });
    const all = new AggregateError([timedOut, coded('ENETUNREACH')]);
    for (const cause of [timedOut, all, Object.assign(all, { code: 'ETIMEDOUT' })]) {
      expect(networkFailure(fetchFailed(cause))).toMatchObject({
        kind: 'timeout',
        code: 'connect',
      });
    }
    const reading = coded('ETIMEDOUT', { syscall: 'read' });
    expect(networkFailure(fetchFailed(reading)).code).toBe('ETIMEDOUT');
  });

  it('without anything known it is a broken connection, even if no error was thrown', () => {
    const expected = { kind: 'connection', code: undefined, what: 'the connection broke' };
    const circle = new Error('a');
    circle.cause = circle;
    for (const thrown of [new Error('?'), 'words', undefined, circle]) {
      expect(networkFailure(thrown)).toEqual(expected);
    }
  });
});

it('a code that repeats a key or a prompt is not named, and still means what it means', () => {
  const thrown = Object.assign(new Error('?'), { code: 'CERT_canary_secret_1' });
  const failure = networkFailure(thrown, { secrets: ['canary_secret_1'] });
  expect(failure).toMatchObject({
    kind: 'configuration',
    what: 'the secure connection was refused',
  });
  expect(failure.code).toBeUndefined();
});
