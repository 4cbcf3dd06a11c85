import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { directOrigins } from '../connection/direct-access.js';

/** `index.html`, and the document in which a user may type a key. */
export type PolicyDocument = 'index' | 'live';

/** What the page may do: load its own files, show its own frame, and talk to nobody. */
const strict: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'frame-src': ["'self'"],
  'connect-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** Hot reloading injects styles and a script, and holds a socket; a built page does none of it. */
const development: Readonly<Record<string, readonly string[]>> = {
  ...strict,
  'script-src': ["'self'", "'unsafe-inline'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
};

/**
 * The content security policy of a document, as a header would carry it.
 *
 * The live one may also reach the providers of the table and its own host, which `farebox play` is; nobody else, so that
 * no script could carry a key away. It does not reach the cells: `cell.html` has a policy of its own.
 */
export function contentSecurityPolicy(
  mode: 'built' | 'development',
  document: PolicyDocument = 'index',
): string {
  const directives = mode === 'built' ? strict : development;
  const live = { 'connect-src': ["'self'", ...directOrigins()] };
  return Object.entries({ ...directives, ...(document === 'live' && live) })
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/** Puts the policy into each document's head, before anything that it governs. */
export function pagePolicy(): Plugin {
  let mode: 'built' | 'development' = 'built';
  return {
    name: 'farebox:page-policy',
    configResolved: ({ command }) => {
      mode = command === 'build' ? 'built' : 'development';
    },
    transformIndexHtml: (_, { filename }) => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: contentSecurityPolicy(mode, documentOf(filename)),
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}

function documentOf(filename: string): PolicyDocument {
  return basename(filename) === 'live.html' ? 'live' : 'index';
}
