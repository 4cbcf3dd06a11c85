import type { ConnectionOptions } from '@farebox/chat';
import type { Fetch } from '@farebox/core';
import type { Io } from '../io/io.js';
import { findProxy } from './find-proxy.js';
import type { Endpoint } from './resolve-endpoint.js';

/** What a `ChatClient` needs to reach an endpoint. */
export type Connection = Required<Pick<ConnectionOptions, 'baseURL'>> &
  Pick<ConnectionOptions, 'apiKey' | 'fetch' | 'provider'>;

/** The same with a `fetch` for whatever is asked, not for calls alone; without one, the platform's will do. */
interface ServerConnection extends Connection {
  readonly fetch: typeof globalThis.fetch | undefined;
}

/**
 * Connects to the endpoint; the simulator, or what a proxy needs, is loaded with the first request.
 *
 * A base URL is always given, so that the client never looks for a key of its own.
 */
export function connect(endpoint: Endpoint, io: Io): Connection {
  if (endpoint.kind === 'server') return connectToServer(endpoint, io);
  // A name that resolves nowhere (RFC 2606): should the request ever leave, it reaches nobody.
  const baseURL = 'http://simulator.invalid/v1';
  const fetch: Fetch = async (url, sending) => (await io.openSimulator())(url, sending);
  return { baseURL, fetch };
}

/** Connects to an endpoint that is a server. */
export function connectToServer(
  { provider, baseUrl, apiKey }: Extract<Endpoint, { readonly kind: 'server' }>,
  io: Io,
): ServerConnection {
  const fetch = io.fetch ?? proxyFetch(baseUrl, io);
  return { provider, baseURL: baseUrl, apiKey, fetch };
}

/** A `fetch` through the proxy of the environment; without one, the client's own will do. */
function proxyFetch(baseUrl: string, io: Io): typeof fetch | undefined {
  const proxy = findProxy(baseUrl, io.environment);
  if (proxy === undefined) return undefined;
  let opened: Promise<typeof fetch> | undefined;
  return async (input, init) => {
    opened ??= io.openProxy(proxy);
    return (await opened)(input, init);
  };
}
