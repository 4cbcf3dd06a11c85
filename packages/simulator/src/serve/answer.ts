import type { IncomingMessage, ServerResponse } from 'node:http';
import { type WireForm, type WireSink, wireKey } from '../faults/wire-fault.js';
import type { Simulator } from '../simulate.js';
import type { Bounds } from './bounds.js';
import { canEncode } from './compressed.js';
import { guard, type Rejection } from './guard.js';
import { readBody } from './read-body.js';
import type { TokenGate } from './token.js';
import { writeForm } from './write-form.js';

/** What the requests of one server share. */
export interface Served {
  readonly simulator: Pick<Simulator, 'fetch'>;
  readonly bounds: Bounds;
  /** Whether it listens where it does not know its own names. */
  readonly anyHost: boolean;
  readonly gate: TokenGate | undefined;
}

/** Answers one request of a socket: turned away, or handed to the simulator. */
export async function answer(
  { simulator, bounds, anyHost, gate }: Served,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const headers = headersOf(incoming);
  const rejection =
    guard(incoming.headers.host, incoming.headers.origin, anyHost) ?? gate?.(headers);
  if (rejection !== undefined) return reject(outgoing, rejection);
  const body = await readBody(incoming, bounds.bodyBytes);
  if (body === undefined) {
    const message = `The body is larger than ${bounds.bodyBytes} bytes.`;
    return reject(outgoing, { status: 413, message });
  }

  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const { method = 'GET', url = '/' } = incoming;
  let form: WireForm | undefined;
  const wire: WireSink = (told) => {
    form = told;
  };
  const init: RequestInit & { [wireKey]: WireSink } = {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    signal: left.signal,
    [wireKey]: wire,
  };
  const response = await simulator.fetch(new URL(url, 'http://127.0.0.1'), init);
  if (form === 'zstd' && !canEncode(form)) {
    return reject(outgoing, { status: 501, message: 'zstd needs Node.js 22.15 or newer.' });
  }
  const patience = { left: left.signal, unreadMs: bounds.unreadMs };
  await writeForm(form, response, outgoing, patience);
}

function reject(outgoing: ServerResponse, { status, message }: Rejection): void {
  const code = status === 401 ? 'invalid_api_key' : null;
  const error = { message, type: 'invalid_request_error', param: null, code };
  outgoing.writeHead(status, {
    'content-type': 'application/json',
    connection: 'close',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
  outgoing.end(JSON.stringify({ error }));
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
