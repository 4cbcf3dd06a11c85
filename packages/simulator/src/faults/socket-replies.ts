import type { Clock } from '@farebox/core';
import { fetchFailed, undiciError } from './network-error.js';
import { unpackedBomb } from './socket-bomb.js';
import { dribbled, inPieces, singleBytes } from './socket-pieces.js';

/** The same reply with one more header: what is left of a form that `fetch` undoes. */
export function withHeader(name: string, value: string) {
  return (response: Response): Response => {
    response.headers.set(name, value);
    return response;
  };
}

/** No reply: the platform gives up at its headers, and leaves. */
export function givenUp(cause: () => Error) {
  return (response: Response): never => {
    void response.body?.cancel();
    throw fetchFailed(cause());
  };
}

/** A byte for each read. */
export function splitBytes(response: Response, clock: Clock): Response {
  return withBody(response, (body) => inPieces(body, singleBytes, clock));
}

/** A byte for each second, from where the last whole event ends. */
export function dribble(response: Response, clock: Clock): Response {
  return withBody(response, (body) => inPieces(body, dribbled(1_000), clock));
}

/** Zeros without an end. */
export function gzipBomb(response: Response): Response {
  return withHeader('content-encoding', 'gzip')(withBody(response, () => unpackedBomb(response)));
}

/** Two lengths, in whatever form, as undici words it. */
export function lengthMismatch(): Error {
  return undiciError(
    'ResponseContentLengthMismatchError',
    'Response body length does not match content-length header',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  );
}

export function tooManyEncodings(): Error {
  return new Error('too many content-encodings in response: 6, maximum allowed is 5');
}

function withBody(
  response: Response,
  change: (
    body: ReadableStream<Uint8Array<ArrayBuffer>>,
  ) => ReadableStream<Uint8Array<ArrayBuffer>>,
): Response {
  return new Response(response.body === null ? null : change(response.body), response);
}
