import type { Clock } from '@farebox/core';
import { fetchFailed, undiciError } from './network-error.js';
import { dribbled, inPieces, singleBytes } from './socket-pieces.js';

/** The length that a reply names, and does not reach. */
export const neverReached = 1_000_000_000;

/** The same reply with one more header: what is left of a form that `fetch` undoes. */
export function withHeader(name: string, value: string) {
  return (response: Response): Response => {
    response.headers.set(name, value);
    return response;
  };
}

/** No reply: the platform gives up at its headers, and leaves. */
export function twoLengths(response: Response): never {
  void response.body?.cancel();
  throw fetchFailed(
    undiciError(
      'ResponseContentLengthMismatchError',
      'Response body length does not match content-length header',
      'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    ),
  );
}

/** No reply: the platform gives up at its headers, and takes the body all the same, for nobody. */
export function encodedManyTimes(response: Response): never {
  response.body?.pipeTo(new WritableStream()).catch(() => {});
  throw fetchFailed(new Error('too many content-encodings in response: 6, maximum allowed is 5'));
}

/** A byte for each read. */
export function splitBytes(response: Response, clock: Clock): Response {
  return withBody(response, (body) => inPieces(body, singleBytes, clock));
}

/** A byte for each second, from where the last whole event ends. */
export function dribble(response: Response, clock: Clock): Response {
  return withBody(response, (body) => inPieces(body, dribbled(1_000), clock));
}

function withBody(
  response: Response,
  change: (
    body: ReadableStream<Uint8Array<ArrayBuffer>>,
  ) => ReadableStream<Uint8Array<ArrayBuffer>>,
): Response {
  return new Response(response.body === null ? null : change(response.body), response);
}
