import { ChatError, isChatError } from '@farebox/core';
import { findProxy } from '../endpoint/find-proxy.js';
import type { Io } from '../io/io.js';
import { version } from '../version.js';
import { type InputLimit, LimitedBytes, tooLarge } from './input-limits.js';
import { interruption } from './interruption.js';

const mostMs = 30_000;
const mostRedirects = 5;

/** What an address had. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** What its server says of a text. */
  readonly encoding: string | undefined;
}

/** An address as it is shown and sent: without its query, which often has a token in it. */
export function shownUrl(address: string): string {
  const url = URL.parse(address);
  return url === null ? 'the address' : `${url.origin}${url.pathname}`;
}

/**
 * Gets what is at an http or https address, within 30 seconds.
 *
 * Whoever gives the address may mean their own machine or network. A redirect may not: to another origin it is followed
 * only if that is public, so that no page of the internet can have something from inside sent to a model.
 *
 * @throws {ChatError} `configuration` for an answer that is none, or larger than the limit; `connection` and
 * `timeout` where there is no answer; `aborted` on Ctrl-C.
 */
export async function readUrl(address: string, limit: InputLimit, io: Io): Promise<Fetched> {
  const name = `The address ${shownUrl(address)}`;
  const started = checked(address, name);
  const over = new AbortController();
  const cancel = io.clock.after(mostMs, () => over.abort());
  const signal = AbortSignal.any([over.signal, io.interrupted]);
  try {
    const response = await follow(started, { name, signal, io });
    return { bytes: await bytesOf(response, name, limit), encoding: encodingOf(response) };
  } catch (error) {
    if (io.interrupted.aborted) throw interruption('an address was read');
    if (over.signal.aborted) throw tooSlow(name);
    throw isChatError(error) ? error : unreachable(name, error);
  } finally {
    cancel();
  }
}

function checked(address: string, name: string): URL {
  const url = URL.parse(address);
  if (url === null) {
    throw wrong('One of the addresses is none.', 'Write it as in https://example.com/page.');
  }
  if (url.username === '' && url.password === '') return url;
  throw wrong(
    `${name} has a user name or password in it, which is not sent.`,
    'Get it with a program that can keep a password, as in: curl --netrc … | farebox -f - "…"',
  );
}

interface Journey {
  readonly name: string;
  readonly signal: AbortSignal;
  readonly io: Io;
}

async function follow(started: URL, { name, signal, io }: Journey): Promise<Response> {
  let url = started;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const fetch = await fetchFor(url, url.origin === started.origin, io);
    const headers = { accept: 'text/*, */*;q=0.5', 'user-agent': `farebox/${version}` };
    const response = await fetch(url.href, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, url);
    const isWeb = next?.protocol === 'https:' || next?.protocol === url.protocol;
    if (next === null || !isWeb) {
      throw wrong(`${name} leads to where http and https do not.`, followYourself);
    }
    url = next;
  }
  throw wrong(`${name} was redirected more than ${mostRedirects} times.`, followYourself);
}

const followYourself = 'Give the address that it ends at, as curl -sIL shows it.';

async function fetchFor(url: URL, isGiven: boolean, io: Io): Promise<typeof globalThis.fetch> {
  const proxy = findProxy(url.href, io.environment);
  if (proxy !== undefined) return io.openProxy(proxy);
  return isGiven ? (io.fetch ?? globalThis.fetch) : io.openPublic();
}

async function bytesOf(response: Response, name: string, limit: InputLimit): Promise<Uint8Array> {
  if (!response.ok) {
    await response.body?.cancel();
    throw wrong(`${name} answered ${response.status}.`, 'Check the address in a browser.');
  }
  const stated = Number(response.headers.get('content-length') ?? 0);
  if (stated > limit.bytes) throw tooLarge(name, limit, stated);
  const bytes = new LimitedBytes(name, limit);
  for await (const piece of response.body ?? []) bytes.push(piece);
  return bytes.joined();
}

function encodingOf({ headers }: Response): string | undefined {
  return /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '')?.[1];
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}

function tooSlow(name: string): ChatError {
  return new ChatError({
    kind: 'timeout',
    code: 'input',
    message: `${name} was not read within ${mostMs / 1000} s.`,
    fix: 'Download it first, and give the file.',
  });
}

function unreachable(name: string, error: unknown): ChatError {
  const code = codeOf(error);
  if (code === 'ERR_BLOCKED_ADDRESS') {
    return wrong(`${name} leads to an address that is private.`, followYourself);
  }
  return new ChatError({
    kind: 'connection',
    code: 'input',
    message: `${name} cannot be reached${code === undefined ? '' : ` (${code})`}.`,
    fix: 'Check the address, the network and the proxy.',
  });
}

/** Of the error or what caused it: `fetch failed` says nothing by itself. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : codeOf(error.cause);
}
