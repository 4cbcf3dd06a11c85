import { createServer } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import type { Simulator } from '../simulate.js';
import { answer, type Served } from './answer.js';
import { type Bounds, defaultBounds } from './bounds.js';
import { isLoopback } from './loopback.js';
import { tokenGate } from './token.js';

export interface ServeOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. Any that is not loopback needs a token. */
  readonly host?: string;
  /** What every request must carry, as `Authorization: Bearer …` or `api-key`; 16 characters or more. */
  readonly token?: string;
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
 * can reach it; it sends no CORS headers. Elsewhere it speaks plain HTTP: who can listen on the way
 * can read the token. Faults below HTTP are bytes on the socket, in real time whatever the simulator's
 * clock; those that keep a request from arriving are a 400, as it has arrived.
 * @throws {TypeError} for a host that others can reach without a token, and for a token too short.
 * @throws the system's error when the port cannot be had.
 * @example
 * const { url, close } = await serve(simulate(), { port: 4010 });
 */
export async function serve(
  simulator: Pick<Simulator, 'fetch'>,
  options: ServeOptions = {},
): Promise<Server> {
  return serveWithin(defaultBounds, simulator, options);
}

/** The same within other bounds, for tests that cannot wait a minute. */
export async function serveWithin(
  bounds: Bounds,
  simulator: Pick<Simulator, 'fetch'>,
  { port = 0, host = '127.0.0.1', token }: ServeOptions = {},
): Promise<Server> {
  const anyHost = !isLoopback(host);
  if (anyHost && token === undefined) {
    throw new TypeError(
      `host is '${host}', which others can reach; give a token of at least 16 characters, or leave host out.`,
    );
  }
  const gate = token === undefined ? undefined : tokenGate(token);
  const served: Served = { simulator, bounds, anyHost, gate };
  const timeouts = {
    headersTimeout: bounds.headersMs,
    requestTimeout: bounds.requestMs,
    connectionsCheckingInterval: Math.min(1_000, bounds.headersMs),
  };
  const server = createServer(timeouts, (incoming, outgoing) => {
    // Whatever fails, fails this connection alone.
    answer(served, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.maxConnections = bounds.connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${bound}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
