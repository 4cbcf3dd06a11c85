import type { ChatRequest } from '@farebox/core';
import { shellQuote } from './shell-quote.js';

/** What is said in place of the key: the shell puts it in. */
const authorization = '-H "Authorization: Bearer $OPENAI_API_KEY"';

/** The request itself, for `curl`: what the client sends, to the letter. */
export function curlCommand(body: ChatRequest, url: string): string {
  const isStream = body.stream !== false;
  return [
    `curl ${isStream ? '-N ' : ''}${shellQuote(url)}`,
    authorization,
    "-H 'Content-Type: application/json'",
    `--data-raw ${shellQuote(asciiJson(body))}`,
  ].join(' \\\n  ');
}

/** Halves of characters, NULs and the like are escaped by JSON itself; what a terminal could act on is as well. */
function asciiJson(body: ChatRequest): string {
  return JSON.stringify(body, null, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
