import type { Endpoint } from '../endpoint/resolve-endpoint.js';

/** What the page is let in with, and what it may ask for. */
export interface PlayGrant {
  readonly token: string;
  readonly models: readonly string[];
  readonly endpoint: Endpoint;
}

/**
 * The address to open: with a grant, that of the page that may use it, which finds it in the fragment.
 *
 * A fragment is sent to nobody, and the page takes it out of the address bar.
 */
export function playAddress(port: number, grant: PlayGrant | undefined): string {
  const origin = `http://127.0.0.1:${port}/`;
  if (grant === undefined) return origin;
  const { token, models, endpoint } = grant;
  const provider = (endpoint.kind === 'server' && endpoint.provider) || 'openai';
  const facts = new URLSearchParams([
    ['play', token],
    ['provider', provider],
    ...models.map((model) => ['model', model]),
  ]);
  return `${origin}live.html#${facts}`;
}
