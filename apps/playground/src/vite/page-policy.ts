import type { Plugin } from 'vite';

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
 * The content security policy of the page, as a header would carry it.
 *
 * It does not reach the cells: `cell.html` has one of its own.
 */
export function contentSecurityPolicy(mode: 'built' | 'development'): string {
  return Object.entries(mode === 'built' ? strict : development)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/** Puts the policy into the page's head, before anything that it governs. */
export function pagePolicy(): Plugin {
  let mode: 'built' | 'development' = 'built';
  return {
    name: 'farebox:page-policy',
    configResolved: ({ command }) => {
      mode = command === 'build' ? 'built' : 'development';
    },
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: contentSecurityPolicy(mode),
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}
