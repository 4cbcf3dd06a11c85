import type { IncomingMessage } from 'node:http';
import type { PlayToken } from './play-token.js';

/** What is looked at before anything of a request is believed. */
export type RequestShape = Pick<
  IncomingMessage,
  'method' | 'url' | 'httpVersion' | 'headersDistinct'
>;

/** Why a request is turned away. */
export interface Rejection {
  readonly status: 403 | 421;
  readonly message: string;
}

/** What a request that may come in asks for: one call, or one file of the page. */
export type Admitted = { readonly to: 'call' } | { readonly to: 'page'; readonly path: string };

/** The one address that costs money. */
const callPath = '/v1/chat/completions';

/**
 * Turns away whatever did not come from the page itself.
 *
 * - Host is this server by its own port, once, and the target is a path: a name that was rebound to this machine is none
 *   of ours (421).
 * - Who sends an Origin or says where the request comes from (`Sec-Fetch-Site`) is the page itself; for a call both the
 *   Origin and the token are a must, and the body is JSON, which no form can send (403).
 * - Nothing is decoded: a path is one of a few plain texts, or it is refused.
 */
export function guard(
  request: RequestShape,
  port: number,
  token: PlayToken | undefined,
): Admitted | Rejection {
  const { url = '', httpVersion, headersDistinct: headers } = request;
  const [host = '', ...otherHosts] = headers.host ?? [];
  if (otherHosts.length > 0 || !hostsAt(port).includes(host)) {
    return { status: 421, message: `This server answers as ${hostsAt(port).join(' or ')} alone.` };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    return { status: 421, message: 'This server is no proxy: ask for a path of it.' };
  }
  if (httpVersion !== '1.1') return refused('This server speaks HTTP/1.1.');
  for (const name of ['upgrade', 'expect', 'transfer-encoding'] as const) {
    if (headers[name] !== undefined && !isPlainChunked(name, headers[name])) {
      return refused(`This server takes no request with the header ${name}.`);
    }
  }
  const isOwn = (origin: string) => origin === `http://${host}`;
  if (!(headers.origin ?? []).every(isOwn)) return refused('This server answers its own page.');
  return url.startsWith('/v1') ? guardCall(request, token) : guardPage(request);
}

function guardCall({ method, url, headersDistinct: headers }: RequestShape, token?: PlayToken) {
  if (url !== callPath) return refused(`The one address of its API is ${callPath}.`);
  if (method !== 'POST') return refused('A call is a POST.');
  if (headers.origin?.length !== 1) return refused('A call comes from the page: it has an Origin.');
  if (!comesFrom(headers, ['same-origin'])) return refused('A call comes from the page itself.');
  const [type = '', ...otherTypes] = headers['content-type'] ?? [];
  if (otherTypes.length > 0 || !/^application\/json(?: *; *charset=utf-8)?$/i.test(type)) {
    return refused('The body of a call is application/json.');
  }
  if (token === undefined) return refused('There is no key: the simulator in the page answers.');
  if (!token.isIn(headers.authorization)) {
    return refused('The token is missing or wrong: open the address that farebox play printed.');
  }
  return { to: 'call' } as const;
}

function guardPage({ method, url = '', headersDistinct: headers }: RequestShape) {
  if (method !== 'GET' && method !== 'HEAD') return refused('The page can be read only.');
  // What a user types or clicks outside of a browser comes from nowhere ("none").
  if (!comesFrom(headers, ['same-origin', 'none'])) {
    return refused(
      'Open the address that farebox play printed: links of other pages are not followed.',
    );
  }
  const [path = ''] = url.split('?', 1);
  if (!/^\/[\w./-]*$/.test(path) || /\.\.|\/\/|\/\./.test(path)) {
    return refused('No file of the page has such a name.');
  }
  return { to: 'page', path } as const;
}

/** The names by which a browser of this machine can know this server. */
function hostsAt(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/** Where the browser says where the request comes from, it must be one of these. */
function comesFrom(headers: RequestShape['headersDistinct'], sites: readonly string[]): boolean {
  return (headers['sec-fetch-site'] ?? []).every((site) => sites.includes(site));
}

/** A body in chunks is as good as one with a length; the parser has refused one with both. */
function isPlainChunked(name: string, values: readonly string[]): boolean {
  return name === 'transfer-encoding' && values.length === 1 && values[0] === 'chunked';
}

function refused(message: string): Rejection {
  return { status: 403, message };
}
