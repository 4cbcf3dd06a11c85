import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Simulator } from '../simulate.js';
import { guard } from './guard.js';
import { readBody } from './read-body.js';
import { writeResponse } from './write-response.js';

export interface ServeOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Nothing but loopback: the simulator is no server for strangers. */
  readonly host?: '127.0.0.1';
}

/** A simulator with a socket. */
export interface Server {
  /** The base URL for a client, such as `http://127.0.0.1:4010/v1`. */
  readonly url: string;
  /** Ends every connection, streams in the middle included, and resolves when none is left. */
  close(): Promise<void>;
}

/**
 * Serves a simulator on this machine, to clients that need a real socket.
 *
 * Requests whose Host or Origin is not a loopback name are turned away (421, 403), so no web page
 * can reach it; it sends no CORS headers.
 * @throws the system's error when the port cannot be had.
 * @example
 * const { url, close } = await serve(simulate(), { port: 4010 });
 */
export async function serve(simulator: Simulator, options: ServeOptions = {}): Promise<Server> {
  const { port = 0, host = '127.0.0.1' } = options;
  const server = createServer((incoming, outgoing) => {
    // Whatever fails, fails this connection alone.
    answer(simulator, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${bound}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  simulator: Simulator,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const rejection = guard(incoming.headers.host, incoming.headers.origin);
  if (rejection !== undefined) return reject(outgoing, rejection.status, rejection.message);
  const body = await readBody(incoming);
  if (body === undefined) return reject(outgoing, 413, 'The body is larger than 32 MiB.');

  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const { method = 'GET', url = '/' } = incoming;
  const response = await simulator.fetch(new URL(url, 'http://127.0.0.1'), {
    method,
    headers: headersOf(incoming),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    signal: left.signal,
  });
  await writeResponse(response, outgoing, left.signal);
}

function reject(outgoing: ServerResponse, status: number, message: string): void {
  const error = { message, type: 'invalid_request_error', param: null, code: null };
  outgoing.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  outgoing.end(JSON.stringify({ error }));
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
