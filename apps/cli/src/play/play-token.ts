import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the page shows to be let in: 256 bits, new with every start. */
export class PlayToken {
  readonly text = randomBytes(32).toString('base64url');
  readonly #digest = digest(this.text);

  /** Whether it is the one bearer token of an `Authorization` header, in a time that tells nothing of it. */
  isIn(authorization: readonly string[] | undefined): boolean {
    const [only = ''] = authorization?.length === 1 ? authorization : [];
    const given = /^Bearer ([\w-]+)$/i.exec(only)?.[1] ?? '';
    return timingSafeEqual(digest(given), this.#digest);
  }
}

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
