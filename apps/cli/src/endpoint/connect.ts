import type { ConnectionOptions } from '@farebox/chat';
import { memoryLedger } from '@farebox/cost';
import type { Io } from '../io/io.js';
import type { Endpoint } from './resolve-endpoint.js';

/** What a `ChatClient` needs to reach an endpoint, and where the money of its calls is kept. */
export type Connection = Required<Pick<ConnectionOptions, 'baseURL' | 'ledger'>> &
  Pick<ConnectionOptions, 'apiKey' | 'fetch'>;

/**
 * Connects to the endpoint; the simulator is loaded with the first request.
 *
 * A base URL is always given, so that the client never looks for a key of its own. Each connection
 * brings a ledger: what the simulator charges is not real money, and is never counted with it.
 */
export function connect(endpoint: Endpoint, io: Io): Connection {
  const ledger = memoryLedger({ now: () => io.clock.now() });
  if (endpoint.kind === 'server') {
    return { baseURL: endpoint.baseUrl, apiKey: endpoint.apiKey, fetch: io.fetch, ledger };
  }
  // A name that resolves nowhere (RFC 2606): should the request ever leave, it reaches nobody.
  const baseURL = 'http://simulator.invalid/v1';
  const fetch: typeof globalThis.fetch = async (input, init) =>
    (await io.openSimulator())(input, init);
  return { baseURL, fetch, ledger };
}
