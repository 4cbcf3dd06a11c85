import { virtualClock } from '@farebox/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { inWords } from '../fixtures/what-fetch-shows.js';
import { type Server, serve } from '../serve/serve.js';
import { simulate } from '../simulate.js';
import type { FaultName } from './faults.js';
import { networkFaults } from './network-faults.js';

let server: Server | undefined;
afterEach(() => server?.close());

const names = Object.keys(networkFaults) as FaultName[];

/** What the platform's fetch of Node.js 24.21 was measured to throw, in names, messages and codes. */
const thrown: Readonly<Record<keyof typeof networkFaults, string>> = {
  refused: 'Error: connect ECONNREFUSED 127.0.0.1:80 (ECONNREFUSED)',
  'dns-not-found': 'Error: getaddrinfo ENOTFOUND simulator (ENOTFOUND)',
  'dns-try-again': 'Error: getaddrinfo EAI_AGAIN simulator (EAI_AGAIN)',
  'blocked-address': 'Error: The address is private. (ERR_BLOCKED_ADDRESS)',
  'tls-expired': 'Error: certificate has expired (CERT_HAS_EXPIRED)',
  'tls-self-signed':
    'Error: self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca (DEPTH_ZERO_SELF_SIGNED_CERT)',
  'tls-wrong-host':
    "Error: Hostname/IP does not match certificate's altnames: Host: simulator. is not in the cert's altnames: DNS:elsewhere.test (ERR_TLS_CERT_ALTNAME_INVALID)",
  'connect-timeout':
    'ConnectTimeoutError: Connect Timeout Error (attempted address: simulator:80, timeout: 10000ms) (UND_ERR_CONNECT_TIMEOUT)',
  'proxy-refused':
    'Error: Request was cancelled. < AbortError: Proxy response (407) !== 200 when HTTP Tunneling (UND_ERR_ABORTED)',
};

describe('a fault of the network', () => {
  it.each(names)('%s is what fetch throws, arrives nowhere and uses up its step', async (name) => {
    const clock = virtualClock();
    const simulator = simulate({ clock, faults: [name, 'ok'] });
    const reply = ask(simulator).then(String, inWords);
    await clock.advance(10_000);
    expect(await reply).toBe(`TypeError: fetch failed < ${thrown[name as keyof typeof thrown]}`);
    expect(simulator.books.requests).toEqual([]);
    expect((await ask(simulator)).status).toBe(200);
    expect(simulator.books.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('refused is word for word what this platform throws', async () => {
    server = await serve(simulate());
    const { url } = server;
    await server.close();
    const init = { method: 'POST', body: '{}' };
    const real = await fetch(`${url}/chat/completions`, init).then(String, inWords);
    const { fetch: simulated } = simulate({ faults: ['refused'] });
    expect(await simulated(`${url}/chat/completions`, init).then(String, inWords)).toBe(real);
  });

  it('takes ten seconds where no connection comes about, and not one more than the client waits', async () => {
    const clock = virtualClock();
    const simulator = simulate({ clock, faults: ['connect-timeout', 'connect-timeout'] });
    let settled = false;
    const reply = ask(simulator).catch(() => {
      settled = true;
    });
    await clock.advance(9_999);
    expect(settled).toBe(false);
    await clock.advance(1);
    await reply;
    const client = new AbortController();
    const left = ask(simulator, {}, { signal: client.signal });
    await clock.advance(1);
    client.abort(new Error('no longer'));
    await expect(left).rejects.toThrow('no longer');
    expect(clock.pending).toBe(0);
  });

  it('is asked for by the header, too, and then leaves the script alone', async () => {
    const simulator = simulate({ faults: ['quota'] });
    const headers = { 'x-simulator-fault': 'refused' };
    await expect(ask(simulator, {}, { headers })).rejects.toThrow('fetch failed');
    expect(simulator.faults).toEqual(['quota']);
  });

  it.each(names)('%s is a 400 where the request has arrived over a socket', async (name) => {
    const simulator = simulate({ faults: [name] });
    server = await serve(simulator);
    const { url } = server;
    const error = await errorOf(
      ask({ fetch: (_, init) => fetch(`${url}/chat/completions`, init) }),
    );
    expect(error).toMatchObject({ status: 400, code: 'fault_needs_no_socket' });
    expect(error.message).toContain(`The fault '${name}' keeps a request from arriving`);
    expect(simulator.books.requests).toEqual([]);
    expect(simulator.faults).toEqual([]);
  });
});
