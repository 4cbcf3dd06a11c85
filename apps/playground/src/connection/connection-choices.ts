import { type Provider, type ProviderName, providers } from '@farebox/client';
import type { Connection } from './connection.js';
import { directProviders } from './direct-access.js';
import type { PageConnections } from './page-connections.js';

/** One of those who can answer, as a list shows them. */
export interface ConnectionChoice {
  /** `simulator`, `play`, or the name of a provider. */
  readonly id: string;
  readonly label: string;
}

/** Who can answer in this document. */
export function connectionChoices({ isLive, grant }: PageConnections): readonly ConnectionChoice[] {
  const simulator = { id: 'simulator', label: 'The simulator in this page' };
  if (!isLive) return [simulator];
  const play = grant && {
    id: 'play',
    label: `${providers[grant.provider].label}, through farebox play`,
  };
  const direct = directProviders.map((id) => ({ id, label: providers[id].label }));
  return [...(play ? [play] : []), simulator, ...direct];
}

export function choiceOf(connection: Connection): ConnectionChoice['id'] {
  return connection.kind === 'provider' ? connection.provider : connection.kind;
}

/** The connection that a choice begins with: a provider's has no key yet. */
export function connectionOf(id: ConnectionChoice['id'], { grant }: PageConnections): Connection {
  if (id === 'play' && grant !== undefined) return { kind: 'play', grant };
  const provider = directProviders.find((name) => name === id);
  return provider === undefined
    ? { kind: 'simulator' }
    : { kind: 'provider', provider, key: undefined };
}

/** Whether the provider wants a key at all. */
export function needsKey(provider: ProviderName): boolean {
  const { keyVariable }: Provider = providers[provider];
  return keyVariable !== undefined;
}

/** Why nothing can be asked yet, for whoever sits before the page; undefined where it can. */
export function connectionProblem(connection: Connection): string | undefined {
  if (connection.kind !== 'provider') return undefined;
  const { provider, key } = connection;
  const { label } = providers[provider];
  if (key === undefined) return needsKey(provider) ? `Type a key of ${label} first.` : undefined;
  // What no header can carry; a pasted line end is the usual mistake.
  if (/^[\x21-\x7e]+$/.test(key.reveal())) return undefined;
  return 'The key has a space or another character that no key has: copy it again.';
}
