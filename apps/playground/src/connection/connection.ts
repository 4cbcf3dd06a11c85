import type { ConnectionOptions } from '@farebox/chat';
import { type Provider, type ProviderName, providers } from '@farebox/client';
import { directAccess } from './direct-access.js';
import type { HeldKey } from './held-key.js';
import { playFetch } from './play-fetch.js';
import type { PlayGrant } from './play-grant.js';

/** Who answers: the simulator in the page, a provider asked by the page, or the command that serves it. */
export type Connection =
  | { readonly kind: 'simulator' }
  | {
      readonly kind: 'provider';
      readonly provider: ProviderName;
      /** Undefined for a server that asks for none. */
      readonly key: HeldKey | undefined;
    }
  | { readonly kind: 'play'; readonly grant: PlayGrant };

/** What stands around a connection. */
export interface Surroundings {
  /** The page's simulator. */
  readonly simulator: typeof fetch;
  readonly fetch: typeof fetch;
  /** The address of the page. */
  readonly page: string;
}

/** What a `ChatClient` needs to ask there; its profile and prices follow from `provider`. */
export function connectionOptions(
  connection: Connection,
  { simulator, fetch, page }: Surroundings,
): Pick<ConnectionOptions, 'provider' | 'baseURL' | 'apiKey'> & { readonly fetch: typeof fetch } {
  switch (connection.kind) {
    case 'simulator':
      return { fetch: simulator };
    case 'play': {
      const { token, provider } = connection.grant;
      const baseURL = new URL('v1', page).href;
      return { provider, baseURL, apiKey: token, fetch: playFetch(fetch) };
    }
    case 'provider': {
      const { provider, key } = connection;
      const { baseURL }: Provider = providers[provider];
      const { headers } = directAccess[provider] ?? {};
      const send = headers === undefined ? fetch : withHeaders(fetch, headers);
      return { provider, baseURL, apiKey: key?.reveal(), fetch: send };
    }
  }
}

function withHeaders(send: typeof fetch, further: Readonly<Record<string, string>>): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    for (const [name, value] of Object.entries(further)) headers.set(name, value);
    return send(input, { ...init, headers });
  };
}
