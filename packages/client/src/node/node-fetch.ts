import type { LookupFunction } from 'node:net';
import { ChatError } from '@farebox/core';
import { Agent, buildConnector, type Dispatcher, fetch as undiciFetch } from 'undici';
import { proxyAgent } from './proxy-agent.js';
import { publicConnector, publicLookup } from './public-only.js';
import { timedConnector } from './timed-connector.js';

export interface NodeFetchOptions {
  /** How long a connection may take, its name and TLS included. Default 10,000; `Infinity`: for ever. */
  readonly connectMs?: number | undefined;
  /** Finds the addresses of a name. Default: the system's, `dns.lookup`. */
  readonly lookup?: LookupFunction | undefined;
  /**
   * Refuses private, loopback, link-local and metadata addresses, however they are written, and names
   * that lead to one. For addresses that a user may choose. Default false.
   */
  readonly denyPrivate?: boolean | undefined;
  /**
   * The address of an HTTP proxy (`http://user:password@host:port`), or `'environment'` for what
   * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say now. Default: none, whatever the environment says.
   */
  readonly proxy?: string | undefined;
}

/**
 * A `fetch` for Node.js with a clock for connections, a guard against private addresses and proxies;
 * on the optional peer dependency `undici`.
 *
 * Goes wherever a `fetch` goes: `fetchTransport`, `ChatClient`, `new OpenAI({ fetch })`. Make one and
 * keep it: it holds the connections. It has no other clock: headers and bodies are timed by `clocks()`.
 *
 * @throws {ChatError} `configuration`, at once, for an option that cannot work. What it returns rejects
 * as `fetch` does; in a transport that is `timeout` with code `connect`, `configuration` with code
 * `blocked-address` or `proxy-authentication`, and so on.
 * @example
 * const call = fetchTransport({ apiKey, fetch: nodeFetch({ connectMs: 3_000, denyPrivate: true }) });
 */
export function nodeFetch(options: NodeFetchOptions = {}): typeof globalThis.fetch {
  const dispatcher = dispatcherFor(options);
  // undici's types are its own; what they describe is the same.
  const send = undiciFetch as unknown as (
    input: Parameters<typeof fetch>[0],
    init: RequestInit & { dispatcher: Dispatcher },
  ) => Promise<Response>;
  return (input, init) => send(input, { ...init, dispatcher } as never);
}

/** The clocks are those of the layers: they know how long a request may take. */
const noClocks = { headersTimeout: 0, bodyTimeout: 0 };

function dispatcherFor(options: NodeFetchOptions): Dispatcher {
  const { connectMs = 10_000, denyPrivate = false, lookup, proxy } = options;
  if (!(connectMs > 0)) {
    throw new ChatError({
      kind: 'configuration',
      message: `connectMs is ${connectMs}, which is no time to connect in.`,
      fix: 'Use milliseconds above 0, or Infinity.',
    });
  }
  if (denyPrivate && proxy !== undefined) {
    throw new ChatError({
      kind: 'configuration',
      message: 'denyPrivate and proxy do not go together: behind a proxy nobody sees the address.',
      fix: 'Leave one of them out, and let the proxy refuse private addresses.',
    });
  }
  const found = denyPrivate ? publicLookup(lookup) : lookup;
  // undici's own timer, where it makes the connectors itself; 0 is none.
  const timeout = proxy === undefined || connectMs === Number.POSITIVE_INFINITY ? 0 : connectMs;
  const connection = { timeout, ...(found !== undefined && { lookup: found }) };
  if (proxy !== undefined) return proxyAgent(proxy, connection, noClocks);
  const connect = timedConnector(buildConnector(connection), connectMs);
  return new Agent({ ...noClocks, connect: denyPrivate ? publicConnector(connect) : connect });
}
