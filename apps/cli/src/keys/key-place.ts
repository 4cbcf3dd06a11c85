import { isProvider, type Provider, type ProviderName, providers } from '@farebox/client';
import { ChatError, nearestNames } from '@farebox/core';
import { checkBaseUrl } from '../endpoint/check-base-url.js';
import { oneLine } from '../terminal/one-line.js';
import { keyOnCommandLine } from './key-on-command-line.js';
import { looksLikeKey } from './looks-like-key.js';

/** What a key is for. */
export interface KeyPlace {
  readonly origin: string;
  /** Of the provider, where one was named. */
  readonly label: string | undefined;
  /** Where to get a key. */
  readonly page: string | undefined;
}

/**
 * What a word means as the place of a key: a provider's name, or an address; without one, OpenAI.
 *
 * @throws {ChatError} `configuration` for a word that is neither, above all for one that is a key.
 */
export function keyPlace(word = 'openai'): KeyPlace {
  if (looksLikeKey(word)) throw keyOnCommandLine();
  if (word.includes('://')) {
    return { origin: checkBaseUrl(word, 'The address'), label: undefined, page: undefined };
  }
  const { label, keyPage: page, baseURL }: Provider = providers[nameOf(word)];
  if (baseURL === undefined) throw ownAddress(label);
  return { origin: new URL(baseURL).origin, label, page };
}

function nameOf(word: string): ProviderName {
  if (isProvider(word)) return word;
  // What is so long is no name, and may be a key of a kind that nobody has described yet.
  if (word.length > 30) throw keyOnCommandLine();
  const nearest = nearestNames(word, Object.keys(providers));
  const isHost = /^[\w-]+(?:\.[\w-]+)*(?:[.:]\w+)(?:\/|$)/.test(word);
  throw new ChatError({
    kind: 'configuration',
    message: `"${oneLine(word)}" is no provider and no address.`,
    fix: isHost
      ? `An address begins with https:// or http://, as in https://${oneLine(word)}.`
      : `${nearest.length === 0 ? `Known are ${Object.keys(providers).join(', ')}` : `The nearest are ${nearest.join(', ')}`}; else give an address, as in farebox keys set https://llm.example/v1.`,
  });
}

function ownAddress(label: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `${label} has no address of its own: each customer has one.`,
    fix: 'Give yours, as in farebox keys set https://example.openai.azure.com.',
  });
}
