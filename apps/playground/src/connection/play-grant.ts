import { isProvider, type ProviderName } from '@farebox/client';
import type { KeptStorage } from '../page/kept-storage.js';

/** What `farebox play` lets this page do: ask for these models with a key that the page never sees. */
export interface PlayGrant {
  readonly token: string;
  readonly provider: ProviderName;
  readonly models: readonly string[];
}

const place = 'farebox.play';

/**
 * Takes the grant out of the fragment that `farebox play` opens the page with, and keeps it for the tab.
 *
 * @returns what is to stand in the address bar instead; undefined where there was no grant.
 */
export function takePlayGrant(fragment: string, storage: KeptStorage): string | undefined {
  const facts = new URLSearchParams(fragment.replace(/^#/, ''));
  if (!facts.has('play')) return undefined;
  storage.setItem(place, facts.toString());
  return '#/workbench';
}

/** The grant that this tab has; undefined where it has none. */
export function heldPlayGrant(storage: KeptStorage): PlayGrant | undefined {
  const facts = new URLSearchParams(storage.getItem(place) ?? '');
  const token = facts.get('play') ?? '';
  const provider = facts.get('provider') ?? '';
  const models = facts.getAll('model');
  if (token === '' || !isProvider(provider) || models.length === 0) return undefined;
  return { token, provider, models };
}
