import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { parseEvents } from '../fixtures/read-events.js';
import { type SimulateOptions, type Simulator, simulate } from '../simulate.js';
import { type Server, serve } from './serve.js';

let server: Server | undefined;
afterEach(() => server?.close());

/** A served simulator, and a fetch that goes to it over the socket. */
async function served(options: SimulateOptions = {}) {
  const simulator = simulate(options);
  server = await serve(simulator);
  const { url } = server;
  const viaSocket: Simulator['fetch'] = (_, init) => fetch(`${url}/chat/completions`, init);
  return { simulator, url, client: { fetch: viaSocket } };
}

/** The status of a GET with headers that `fetch` would not let through. */
function statusWith(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${url}/models`, { headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('a served simulator', () => {
  it('streams over a real socket, and its books see it', async () => {
    const { simulator, url, client } = await served();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    const text = await (await ask(client, { stream: true })).text();
    expect(parseEvents(text).at(-1)).toBe('[DONE]');
    expect(simulator.books.requests[0]?.ended).toBe('completed');
  });

  it('notices that a client left a stalled stream', async () => {
    const { simulator, client } = await served({ faults: ['stall'] });
    const controller = new AbortController();
    const response = await ask(client, { stream: true }, { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    await expect.poll(() => simulator.books.requests[0]?.ended).toBe('disconnected');
  });

  it('notices that a client left before the reply', async () => {
    const pace = { firstTokenMs: 60_000, tokensPerSecond: 1 };
    const { simulator, client } = await served({ pace });
    const controller = new AbortController();
    const reply = ask(client, {}, { signal: controller.signal });
    await expect.poll(() => simulator.books.requests[0]?.usage.prompt_tokens).toBeGreaterThan(0);
    controller.abort();
    await expect(reply).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => simulator.books.requests[0]?.ended).toBe('disconnected');
  });

  it('breaks the connection where the simulator breaks the body', async () => {
    const { client } = await served({ faults: ['reset'] });
    const response = await ask(client, { stream: true });
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('turns away foreign Hosts with 421 and foreign Origins with 403', async () => {
    const { url } = await served();
    const { port } = new URL(url);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1.evil.example',
      '192.168.0.1',
    ]) {
      expect([host, await statusWith(url, { host })]).toEqual([host, 421]);
    }
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost.evil.example',
      'file://',
    ]) {
      expect([origin, await statusWith(url, { origin })]).toEqual([origin, 403]);
    }
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      expect([host, await statusWith(url, { host, origin: `http://${host}` })]).toEqual([
        host,
        200,
      ]);
    }
  });

  it('sends no CORS permission', async () => {
    const { url } = await served();
    const { headers } = await fetch(`${url}/models`);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('refuses a body over 32 MiB', async () => {
    const { url, simulator } = await served();
    const body = 'x'.repeat(33 * 1024 * 1024);
    const status = await fetch(`${url}/chat/completions`, { method: 'POST', body }).then(
      (response) => response.status,
      () => 'connection closed',
    );
    expect([413, 'connection closed']).toContain(status);
    expect(simulator.books.requests).toEqual([]);
  });

  it('ends with every socket, idle ones and stalled streams included', async () => {
    const { url, client } = await served({ faults: ['stall'] });
    const { port } = new URL(url);
    const idle = connect(Number(port), '127.0.0.1');
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    idle.on('error', () => {});
    await new Promise((resolve) => idle.once('connect', resolve));
    const response = await ask(client, { stream: true });
    const broken = response.text().then(
      () => 'ended',
      () => 'broken',
    );
    await server?.close();
    await idleClosed;
    expect(await broken).toBe('broken');
    await expect(fetch(`${url}/models`)).rejects.toThrow();
    expect(process.getActiveResourcesInfo()).not.toContain('TCPServerWrap');
  });

  it('fails with the system’s error when the port is taken', async () => {
    const { simulator, url } = await served();
    const port = Number(new URL(url).port);
    await expect(serve(simulator, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
