import { createHash, timingSafeEqual } from 'node:crypto';
import { bearerKey } from '../refusal/authenticate.js';
import type { Rejection } from './guard.js';

const minimumCharacters = 16;

/** Lets requests in that carry the token, and takes it out of them: it is no key of the simulator. */
export type TokenGate = (headers: Headers) => Rejection | undefined;

/**
 * A gate for a token of at least 16 characters.
 *
 * It holds the token's digest alone and compares digests, so that neither the time it takes nor
 * anything it says tells of the token.
 * @throws {TypeError} when the token is too short, or no header could carry it; it is not shown.
 */
export function tokenGate(token: string): TokenGate {
  if (token.length < minimumCharacters) {
    throw new TypeError(
      `token has ${token.length} characters; give at least ${minimumCharacters}, drawn at random.`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError(
      'token has a space or a character that no header can carry; give letters, digits and marks.',
    );
  }
  const expected = digest(token);
  const fits = (given: string | null | undefined) => timingSafeEqual(digest(given ?? ''), expected);
  return (headers) => {
    // Both are looked at, always: which one it was is nobody's business either.
    const byBearer = fits(bearerKey(headers));
    const byKey = fits(headers.get('api-key'));
    if (byBearer) headers.delete('authorization');
    if (byKey) headers.delete('api-key');
    return byBearer || byKey ? undefined : unauthorized;
  };
}

const unauthorized: Rejection = {
  status: 401,
  message: "This server needs its token, as 'Authorization: Bearer TOKEN' or 'api-key: TOKEN'.",
};

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
