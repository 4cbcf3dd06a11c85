import { describe, expect, it } from 'vitest';
import { canaryKey, expectNoCanary } from '../fixtures/canary.js';
import { errorOf } from '../fixtures/fake-call.js';
import { codedError } from '../fixtures/scripted-reply.js';
import { networkError } from './network-error.js';

const origin = 'https://api.test';
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });

describe('networkError', () => {
  it('says where the request went, what happened and the code of the system', () => {
    const refused = codedError('words of the system', 'ECONNREFUSED');
    const error = networkError(fetchFailed(refused), origin, {});
    expect(error).toMatchObject({ kind: 'connection', code: 'ECONNREFUSED', delivered: false });
    expect(error.message).toBe(
      'https://api.test could not be reached: the connection was refused (ECONNREFUSED).',
    );
  });

  it('a server whose answer is no HTTP was reached', () => {
    const error = networkError(fetchFailed(codedError('?', 'HPE_INVALID_CONSTANT')), origin, {});
    expect(error).toMatchObject({ kind: 'protocol', code: 'not-http' });
    expect(error.message).toContain('https://api.test gave no usable answer: ');
  });

  it('a port that fetch refuses is no broken connection, so it is not tried again', async () => {
    const thrown = await fetch('http://127.0.0.1:9/').catch((error: unknown) => error);
    expect(networkError(thrown, 'http://127.0.0.1:9', {})).toMatchObject({
      kind: 'configuration',
      code: 'BAD_PORT',
    });
  });

  it('without any code it is a broken connection, even if no error was thrown', () => {
    expect(networkError(new Error('?'), origin, {})).toMatchObject({ kind: 'connection' });
    expect(networkError('words', origin, {})).toMatchObject({ kind: 'connection' });
  });

  it('an error of ours stays what it is', () => {
    const ours = errorOf('budget');
    expect(networkError(ours, origin, {})).toBe(ours);
  });

  it('a key in what was thrown, or hung onto it, goes nowhere', () => {
    const cause = Object.assign(codedError(`refused ${canaryKey}`, 'ECONNRESET'), {
      config: { headers: { authorization: `Bearer ${canaryKey}` } },
    });
    const error = networkError(fetchFailed(cause), origin, { secrets: [canaryKey] });
    expectNoCanary(error);
    expect((error.cause as Error).cause).toMatchObject({ code: 'ECONNRESET' });
  });
});
