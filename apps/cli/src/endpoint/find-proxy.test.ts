import { describe, expect, it, test } from 'vitest';
import { findProxy } from './find-proxy.js';

const openai = 'https://api.openai.com/v1';
const proxy = 'http://proxy.example:3128';

describe('the proxy', () => {
  it('is the one for the protocol of the address', () => {
    const environment = { HTTPS_PROXY: proxy, HTTP_PROXY: 'http://other.example:80' };
    expect(findProxy(openai, environment)).toBe(proxy);
    expect(findProxy('http://llm.example/v1', environment)).toBe('http://other.example:80');
    expect(findProxy('http://llm.example/v1', { HTTPS_PROXY: proxy })).toBeUndefined();
    expect(findProxy(openai, {})).toBeUndefined();
  });

  it('may be written small, which outranks, and without a protocol', () => {
    expect(findProxy(openai, { https_proxy: proxy, HTTPS_PROXY: 'http://other:1' })).toBe(proxy);
    expect(findProxy(openai, { HTTPS_PROXY: 'proxy.example:3128' })).toBe(proxy);
    expect(findProxy(openai, { https_proxy: '', HTTPS_PROXY: proxy })).toBe(proxy);
  });

  it.each(['http://localhost:11434/v1', 'http://127.0.0.1:1/v1', 'http://[::1]:1/v1'])(
    'is none for %s, which no proxy can reach',
    (address) => {
      expect(findProxy(address, { HTTP_PROXY: proxy })).toBeUndefined();
    },
  );

  it.each(['socks5://proxy:1080', 'http://', 'a b'])('%j is none, and is not repeated', (value) => {
    const find = () => findProxy(openai, { HTTPS_PROXY: value });
    expect(find).toThrow('HTTPS_PROXY in the environment is no address of an HTTP proxy.');
    if (value.includes('socks')) expect(find).not.toThrow('socks5');
  });
});

test.each([
  ['*', true],
  ['api.openai.com', true],
  ['openai.com', true],
  ['.openai.com', true],
  ['*.openai.com', true],
  ['API.OPENAI.COM', true],
  ['localhost, example.com ,api.openai.com', true],
  ['example.com api.openai.com', true],
  ['api.openai.com:443', true],
  ['api.openai.com:8443', false],
  ['pi.openai.com', false],
  ['i.openai.com', false],
  ['com.example', false],
  ['openai.com.evil.example', false],
  ['', false],
  [',,', false],
])('NO_PROXY=%j excepts api.openai.com: %s', (exceptions, excepted) => {
  const found = findProxy(openai, { HTTPS_PROXY: proxy, NO_PROXY: exceptions });
  expect(found).toBe(excepted ? undefined : proxy);
});
