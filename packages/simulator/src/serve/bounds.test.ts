import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { simulate } from '../simulate.js';
import { type Bounds, defaultBounds } from './bounds.js';
import { type Server, serveWithin } from './serve.js';

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.close();
});

/** A socket to a server within these bounds, and what it got until it was closed. */
async function socketTo(bounds: Partial<Bounds>, fetch = simulate().fetch) {
  server = await serveWithin({ ...defaultBounds, ...bounds }, { fetch });
  return openSocket();
}

async function openSocket() {
  const socket = connect(Number(new URL(server?.url ?? '').port), '127.0.0.1');
  sockets.push(socket);
  let received = '';
  socket.on('data', (data) => {
    received += data;
  });
  socket.on('error', () => {});
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, closed };
}

const head = (length: number) =>
  `POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

describe('a client that takes its time', () => {
  it('over its headers is answered 408, and closed', async () => {
    const { socket, closed } = await socketTo({ headersMs: 50, requestMs: 50 });
    socket.write('POST /v1/chat/completions HTTP/1.1\r\nHost: 127');
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('over its first word is closed, too', async () => {
    const { closed } = await socketTo({ headersMs: 50, requestMs: 50 });
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('over its body is closed, and never arrives', async () => {
    const simulator = simulate();
    const { socket, closed } = await socketTo({ headersMs: 50, requestMs: 50 }, simulator.fetch);
    socket.write(`${head(1000)}{"model":`);
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /);
    expect(simulator.books.requests).toEqual([]);
  });

  it('over reading is cut off, and the simulator hears that it left', async () => {
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const { socket, closed } = await socketTo({ unreadMs: 50 }, async (_, init) => {
      init?.signal?.addEventListener('abort', leave);
      return new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
        }),
      );
    });
    socket.pause();
    socket.write('GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await left;
    socket.resume();
    await closed;
  });
});

it('a body that says it is too large is a 413 before it is sent', async () => {
  const { socket, closed } = await socketTo({ bodyBytes: 100 });
  socket.write(head(101));
  const received = await closed;
  expect(received).toMatch(/^HTTP\/1\.1 413 /);
  expect(received).toContain('The body is larger than 100 bytes.');
});

it('a body that grows too large without saying so is closed', async () => {
  const simulator = simulate();
  const { socket, closed } = await socketTo({ bodyBytes: 100 }, simulator.fetch);
  socket.write(head(0).replace('Content-Length: 0', 'Transfer-Encoding: chunked'));
  socket.write(`C8\r\n${'x'.repeat(200)}\r\n`);
  await closed;
  expect(simulator.books.requests).toEqual([]);
});

it('one connection more than allowed is closed as it comes', async () => {
  await socketTo({ connections: 2 });
  await openSocket();
  const { closed } = await openSocket();
  expect(await closed).toBe('');
});
