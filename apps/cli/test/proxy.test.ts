import { simulate } from '@farebox/simulator';
import { type Server, serve } from '@farebox/simulator/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { farebox } from './command.js';
import { type ForwardProxy, forwardProxy } from './forward-proxy.js';

// Each test starts a process, on machines that may be busy.
const key = 'sk-canary-0123456789abcdef';
const password = 'canary-of-the-proxy';
/** A name that nobody resolves: who gets an answer from it went through a proxy. */
const baseURL = 'http://provider.test/v1';
const simulator = simulate({ seed: 1, apiKeys: [key] });
let server: Server;
let proxy: ForwardProxy;
let refusing: ForwardProxy;
beforeAll(async () => {
  server = await serve(simulator);
  proxy = await forwardProxy(server.url);
  refusing = await forwardProxy(server.url, { refuses: true });
});
afterAll(() => Promise.all([server.close(), proxy.close(), refusing.close()]));

const ask = (environment: Record<string, string>) =>
  farebox(['--retries', '0', 'Explain recursion'], {
    environment: { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseURL, ...environment },
  });
const withPassword = ({ address }: ForwardProxy) =>
  address.replace('http://', `http://office:${password}@`);

test('the proxy of the environment is used, with its user name and password, and the answer streams through it', async () => {
  const { code, out, error } = await ask({ HTTP_PROXY: withPassword(proxy) });
  expect({ code, error }).toEqual({ code: 0, error: expect.stringMatching(/^cost \$/) });
  expect(out).toMatch(/recur/i);
  expect(proxy.asked).toEqual([
    {
      url: `${baseURL}/chat/completions`,
      credentials: `Basic ${btoa(`office:${password}`)}`,
    },
  ]);
});

test('a proxy that wants another password is exit 2, and the one it was given is not printed', async () => {
  const { code, out, error } = await ask({ HTTP_PROXY: withPassword(refusing) });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(/^farebox: ConfigurationError: .*proxy.*\n {2}fix: .+\n$/);
  expect(error).not.toContain(password);
});

test('a proxy that is not there is exit 6, without its password', async () => {
  const { code, error } = await ask({ HTTP_PROXY: `http://office:${password}@127.0.0.1:1` });
  expect(code).toBe(6);
  expect(error).toMatch(/^farebox: APIConnectionError: /);
  expect(error).not.toContain(password);
});

test('an address that is none of a proxy is exit 2, before anything is sent', async () => {
  const { code, error } = await ask({ HTTP_PROXY: `socks5://office:${password}@proxy:1080` });
  expect(code).toBe(2);
  expect(error).toContain('HTTP_PROXY in the environment is no address of an HTTP proxy.');
  expect(error).not.toContain(password);
});

test('NO_PROXY and addresses of this machine go without it', async () => {
  const before = proxy.asked.length;
  const excepted = await ask({ HTTP_PROXY: proxy.address, NO_PROXY: '.test' });
  expect(excepted.code).toBe(6);
  const own = await ask({ HTTP_PROXY: proxy.address, OPENAI_BASE_URL: server.url });
  expect(own.code).toBe(0);
  expect(proxy.asked).toHaveLength(before);
});

test('a .env of the folder cannot name a proxy', async () => {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'farebox-proxy-'));
  writeFileSync(join(folder, '.env'), `HTTP_PROXY=${proxy.address}\n`);
  const before = proxy.asked.length;
  const environment = { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseURL };
  const { code } = await farebox(['--retries', '0', 'Hi'], { folder, environment });
  rmSync(folder, { recursive: true });
  expect(code).toBe(6);
  expect(proxy.asked).toHaveLength(before);
});
