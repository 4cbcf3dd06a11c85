import { describe, expect, it } from 'vitest';
import { canaryKey, everythingPrinted } from '../fixtures/canary.js';
import { checkApiKey, checkBaseUrl } from './endpoint.js';

function thrownBy(check: () => unknown): Error {
  try {
    check();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('checkBaseUrl', () => {
  it.each(['https://api.openai.com/v1', 'http://127.0.0.1:8080/v1/', 'http://[::1]/v1'])(
    '%s is an address',
    (address) => {
      expect(checkBaseUrl(address).href).toContain(new URL(address).host);
    },
  );

  it.each([
    ['', 'is not an http'],
    ['api.openai.com/v1', 'is not an http'],
    [`file:///${canaryKey}`, 'is not an http'],
    [`ht tp://${canaryKey}`, 'is not an http'],
    [`https://user:${canaryKey}@api.test`, 'user name or password'],
    [`https://${canaryKey}@api.test`, 'user name or password'],
    [`https://api.test/v1?key=${canaryKey}`, 'query or a fragment'],
    [`https://api.test/v1#${canaryKey}`, 'query or a fragment'],
  ])('%s is refused by name, and not repeated', (address, words) => {
    const error = thrownBy(() => checkBaseUrl(address));
    expect(error).toMatchObject({ kind: 'configuration' });
    expect(error.message).toContain(`baseURL`);
    expect(error.message).toContain(words);
    expect(everythingPrinted(error)).not.toContain(canaryKey);
  });
});

describe('checkApiKey', () => {
  it.each([
    '',
    ' ',
    `${canaryKey}\n`,
    ` ${canaryKey}`,
    `${canaryKey}\r\nx: y`,
    `${canaryKey}é`,
    `"${canaryKey} "`,
  ])('%j is refused, and not repeated', (key) => {
    const error = thrownBy(() => checkApiKey(key));
    expect(error).toMatchObject({ kind: 'configuration' });
    expect(error.message).toContain('apiKey');
    expect(everythingPrinted(error)).not.toContain(canaryKey);
  });

  it('a key of visible characters is accepted', () => {
    expect(() => checkApiKey(canaryKey)).not.toThrow();
  });
});
