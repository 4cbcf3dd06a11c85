import { describe, expect, it } from 'vitest';
import { canaryKey, expectNoCanary } from '../fixtures/canary.js';
import { errorOf } from '../fixtures/fake-call.js';
import { codedError } from '../fixtures/scripted-reply.js';
import { networkError } from './network-error.js';

const origin = 'https://api.test';
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });

describe('networkError', () => {
  it.each([
    ['ECONNREFUSED', 'connection', 'the connection was refused'],
    ['ENOTFOUND', 'connection', "the server's name could not be resolved"],
    ['EAI_AGAIN', 'connection', "the server's name could not be resolved"],
    ['ECONNRESET', 'connection', 'the connection broke'],
    ['UND_ERR_SOCKET', 'connection', 'the connection broke'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'did not answer in time'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout', 'did not answer in time'],
    ['ETIMEDOUT', 'timeout', 'did not answer in time'],
    ['CERT_HAS_EXPIRED', 'configuration', 'the secure connection was refused'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'configuration', 'the secure connection was refused'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'configuration', 'the secure connection was refused'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'configuration', 'the secure connection was refused'],
  ])('%s is a %s error', (code, kind, words) => {
    const error = networkError(fetchFailed(codedError('words of the system', code)), origin, []);
    expect(error).toMatchObject({ kind, code, delivered: false });
    expect(error.message).toContain(words);
    expect(error.message).toContain(`(${code})`);
    expect(error.message).toContain(origin);
  });

  it.each(['HPE_INVALID_CONSTANT', 'UND_ERR_RESPONSE_STATUS_CODE'])('%s is not HTTP', (code) => {
    const error = networkError(fetchFailed(codedError('Parse Error', code)), origin, []);
    expect(error).toMatchObject({ kind: 'protocol', code: 'not-http' });
  });

  it('a port that fetch refuses is no broken connection, so it is not tried again', async () => {
    const thrown = await fetch('http://127.0.0.1:9/').catch((error: unknown) => error);
    expect(networkError(thrown, 'http://127.0.0.1:9', [])).toMatchObject({
      kind: 'configuration',
      code: 'BAD_PORT',
    });
  });

  it('without any code it is a broken connection, even if no error was thrown', () => {
    expect(networkError(new Error('?'), origin, [])).toMatchObject({ kind: 'connection' });
    expect(networkError('words', origin, [])).toMatchObject({ kind: 'connection' });
  });

  it('an error of ours stays what it is', () => {
    const ours = errorOf('budget');
    expect(networkError(ours, origin, [])).toBe(ours);
  });

  it('a key in what was thrown, or hung onto it, goes nowhere', () => {
    const cause = Object.assign(codedError(`refused ${canaryKey}`, 'ECONNRESET'), {
      config: { headers: { authorization: `Bearer ${canaryKey}` } },
    });
    const error = networkError(fetchFailed(cause), origin, [canaryKey]);
    expectNoCanary(error);
    expect((error.cause as Error).cause).toMatchObject({ code: 'ECONNRESET' });
  });
});
