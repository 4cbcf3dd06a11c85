import { type Provider, type ProviderName, providers } from '@farebox/client';
import type { ChatRequest } from '@farebox/core';
import { shellQuote } from './shell-quote.js';

/** The request itself, for `curl`: what the client sends, to the letter. The shell puts in the key. */
export function curlCommand(
  body: ChatRequest,
  url: string,
  provider: ProviderName = 'openai',
): string {
  const { keyVariable }: Provider = providers[provider];
  const isStream = body.stream !== false;
  return [
    `curl ${isStream ? '-N ' : ''}${address(url, provider)}`,
    ...(keyVariable === undefined ? [] : [`-H "Authorization: Bearer $${keyVariable}"`]),
    "-H 'Content-Type: application/json'",
    `--data-raw ${shellQuote(asciiJson(body))}`,
  ].join(' \\\n  ');
}

/** Where every customer has an address of their own, the shell puts that in as well. */
function address(url: string, provider: ProviderName): string {
  const { ownAddress }: Provider = providers[provider];
  if (ownAddress === undefined) return shellQuote(url);
  return `"\${${ownAddress.variable}%/}"${shellQuote(new URL(url).pathname)}`;
}

/** Halves of characters, NULs and the like are escaped by JSON itself; what a terminal could act on is as well. */
function asciiJson(body: ChatRequest): string {
  return JSON.stringify(body, null, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
