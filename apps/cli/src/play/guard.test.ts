import { describe, expect, it, test } from 'vitest';
import { guard, type RequestShape } from './guard.js';
import { PlayToken } from './play-token.js';

const token = new PlayToken();
const port = 4173;
const host = `127.0.0.1:${port}`;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

function shape(method: string, url: string, headers: Headers, httpVersion = '1.1'): RequestShape {
  const lists = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat()]],
  );
  return { method, url, httpVersion, headersDistinct: Object.fromEntries(lists) };
}

const callHeaders = {
  host,
  origin: `http://${host}`,
  'content-type': 'application/json',
  authorization: `Bearer ${token.text}`,
};

const call = (headers: Headers = {}, url = '/v1/chat/completions', method = 'POST') =>
  guard(shape(method, url, { ...callHeaders, ...headers }), port, token);
const page = (url: string, headers: Headers = {}, method = 'GET') =>
  guard(shape(method, url, { host, ...headers }), port, token);

describe('a call', () => {
  it.each([
    ['as the page makes it', {}],
    ['where the browser says that the page makes it', { 'sec-fetch-site': 'same-origin' }],
    ['with a charset', { 'content-type': 'application/json; charset=UTF-8' }],
    ['to localhost', { host: `localhost:${port}`, origin: `http://localhost:${port}` }],
    ['to ::1', { host: `[::1]:${port}`, origin: `http://[::1]:${port}` }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
    ['with more cookies than any', { cookie: 'a=b' }],
  ])('comes in %s', (_, headers) => {
    expect(call(headers)).toEqual({ to: 'call' });
  });

  it.each<[string, Headers]>([
    ['without an Origin', { origin: undefined }],
    ['with the Origin null', { origin: 'null' }],
    ['with two Origins', { origin: [callHeaders.origin, callHeaders.origin] }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'http://127.0.0.1:1' }],
    ['from another name of this machine', { origin: `http://localhost:${port}` }],
    ['from https', { origin: `https://${host}` }],
    ['from a name that begins alike', { origin: `http://${host}.evil.example` }],
    ['by a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as plain text', { 'content-type': 'text/plain' }],
    ['as plain text that mentions JSON', { 'content-type': 'text/plain; application/json' }],
    ['with two types', { 'content-type': ['application/json', 'text/plain'] }],
    ['with a type and a boundary', { 'content-type': 'application/json; boundary=x' }],
    ['without a type', { 'content-type': undefined }],
    ['without a token', { authorization: undefined }],
    ['with another token', { authorization: `Bearer ${new PlayToken().text}` }],
    ['with a part of the token', { authorization: `Bearer ${token.text.slice(0, -1)}` }],
    ['with more than the token', { authorization: `Bearer ${token.text}a` }],
    ['with two tokens', { authorization: [callHeaders.authorization, callHeaders.authorization] }],
    ['with the token as a password', { authorization: `Basic ${token.text}` }],
    ['from a site that the browser calls another', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }],
    ['said to come from two', { 'sec-fetch-site': ['same-origin', 'cross-site'] }],
    ['that would be another protocol', { upgrade: 'websocket' }],
    ['that waits to go on', { expect: '100-continue' }],
    ['in another coding', { 'transfer-encoding': 'gzip, chunked' }],
  ])('is refused %s', (_, headers) => {
    expect(call(headers)).toMatchObject({ status: 403 });
  });

  it.each([
    '/v1/chat/completions?',
    `/v1/chat/completions?token=${token.text}`,
    '/v1/chat/completions/',
    '/v1/chat//completions',
    '/v1//chat/completions',
    '/v1/chat%2fcompletions',
    '/v1/models',
    '/v1',
    '/v1/../v1/chat/completions',
    '/v1/chat/completions#',
  ])('is refused at %s', (url) => {
    expect(call({}, url)).toMatchObject({ status: 403 });
  });

  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE', 'post'])('is refused as a %s', (method) => {
    expect(call({}, '/v1/chat/completions', method)).toMatchObject({ status: 403 });
  });

  it('is refused where there is no key', () => {
    const request = shape('POST', '/v1/chat/completions', callHeaders);
    expect(guard(request, port, undefined)).toMatchObject({ status: 403 });
  });

  it('is refused in HTTP/1.0', () => {
    const request = shape('POST', '/v1/chat/completions', callHeaders, '1.0');
    expect(guard(request, port, token)).toMatchObject({ status: 403 });
  });
});

describe('any request', () => {
  it.each<[string, Headers]>([
    ['no Host', { host: undefined }],
    ['a name that was rebound', { host: `evil.example:${port}` }],
    ['a rebound name that looks like ours', { host: `127.0.0.1.evil.example:${port}` }],
    ['no port', { host: '127.0.0.1' }],
    ['another port', { host: '127.0.0.1:80' }],
    ['a dot at the end', { host: `localhost.:${port}` }],
    ['other letters', { host: `LOCALHOST:${port}` }],
    ['another address of this machine', { host: `127.0.0.2:${port}` }],
    ['a number for the address', { host: `2130706433:${port}` }],
    ['a user in it', { host: `a@127.0.0.1:${port}` }],
    ['two Hosts', { host: [host, host] }],
    ['an empty Host', { host: '' }],
  ])('with %s is misdirected', (_, headers) => {
    expect(call(headers)).toMatchObject({ status: 421 });
    expect(page('/', headers)).toMatchObject({ status: 421 });
  });

  test.each(['http://127.0.0.1:4173/v1/chat/completions', 'https://evil.example/', 'file:///etc'])(
    'whose target is the address %s is misdirected',
    (url) => {
      expect(call({}, url)).toMatchObject({ status: 421 });
      expect(page(url)).toMatchObject({ status: 421 });
    },
  );

  it('tells nobody the token, and of itself no more than its names', () => {
    const told = [call({ authorization: 'Bearer x' }), call({ host: 'x' }), page('/..')];
    expect(JSON.stringify(told)).not.toContain(token.text);
  });
});

describe('a file of the page', () => {
  it.each(['/', '/index.html', '/assets/main-BIVrgrRV.js', '/index.html?run=1', '/?token=x'])(
    'is asked for by its plain path: %s',
    (url) => {
      expect(page(url)).toEqual({ to: 'page', path: url.replace(/\?.*/, '') });
      expect(page(url, { 'sec-fetch-site': 'none' })).toMatchObject({ to: 'page' });
      expect(page(url, { 'sec-fetch-site': 'same-origin' })).toMatchObject({ to: 'page' });
    },
  );

  it.each([
    '',
    '*',
    'index.html',
    '/..',
    '/../keys.json',
    '/assets/../../keys.json',
    '/..%2fkeys.json',
    '/%2e%2e/keys.json',
    '/..\\keys.json',
    '/assets\\main.js',
    '//evil.example/',
    '/.env',
    '/assets/.git/config',
    '/\0',
    '/index.html\0.js',
    '/ä',
    '/index.html;a=b',
  ])('is refused by the path %j', (url) => {
    expect(page(url)).toMatchObject({ status: 403 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('is not there for a %s', (method) => {
    expect(page('/', {}, method)).toMatchObject({ status: 403 });
  });

  it('is not there for pages of others, whatever they load it as', () => {
    expect(page('/', { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(page('/', { origin: 'null' })).toMatchObject({ status: 403 });
    expect(page('/', { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
  });
});

test('two starts have two tokens, of 256 bits', () => {
  const texts = Array.from({ length: 100 }, () => new PlayToken().text);
  expect(new Set(texts).size).toBe(100);
  for (const text of texts) expect(Buffer.from(text, 'base64url')).toHaveLength(32);
});
