import type { Setup } from '../setup/setup.js';
import { hasSecret } from './has-secret.js';
import { plainSetup } from './plain-setup.js';
import { NoSetup, readSetup } from './read-setup.js';

/** What a link has, or why there is none. */
export type Shared =
  | { readonly run: string; readonly problem?: undefined }
  | { readonly run?: undefined; readonly problem: string };

/** A form from a link, or why it is none. */
export type Opened =
  | { readonly setup: Setup; readonly problem?: undefined }
  | { readonly setup?: undefined; readonly problem: string };

/** The version of what follows the point: one that does not know it says so. */
const version = '1';

/** Longer links are cut by mail programs and chats, and then open nowhere. */
const mostCharacters = 32_000;

/**
 * The form for the fragment of an address: `#/workbench?run=…`. A fragment stays in the browser: no server sees it.
 *
 * There is no key on the form; a text that looks as if it had one is not put into a link either.
 */
export function shareSetup(setup: Setup): Shared {
  const plain = plainSetup(setup);
  if (hasSecret(plain)) {
    return {
      problem:
        'Something on the form looks like a key or a password. Whoever gets the link could read it: take it out first.',
    };
  }
  const problem = problemOf(plain);
  if (problem !== undefined) return { problem: `No link can have this form: ${problem}` };
  const json = JSON.stringify(plain);
  const run = `${version}.${toBase64Url(new TextEncoder().encode(json))}`;
  if (run.length > mostCharacters) {
    return {
      problem: `The link would have ${run.length} characters, and many programs cut links that long. Shorten the messages.`,
    };
  }
  return { run };
}

/** Reads what {@link shareSetup} wrote, and whatever else stands there: a link is from a stranger. */
export function openShared(run: string): Opened {
  if (run.length > mostCharacters)
    return { problem: 'The link is longer than any that is made here.' };
  const [given, data] = run.split('.', 2);
  if (given !== version || data === undefined) {
    return { problem: 'The link is from another version of this page, or was cut.' };
  }
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(data));
    return { setup: readSetup(JSON.parse(json)) };
  } catch (error) {
    const why = error instanceof NoSetup ? ` (${error.message})` : '';
    return { problem: `The link was cut or changed on its way${why}.` };
  }
}

/** Why what is on the form would not open again. */
function problemOf(plain: unknown): string | undefined {
  try {
    readSetup(plain);
    return undefined;
  } catch (error) {
    if (error instanceof NoSetup) return error.message;
    throw error;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
