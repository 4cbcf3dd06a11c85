import { ChatError } from '@farebox/core';
import { shownCount } from '../report/shown-count.js';

/** The most bytes of one input, and what to do about one that has more. */
export interface InputLimit {
  readonly bytes: number;
  readonly fix: string;
}

/** More than any model's window takes. */
export const textLimit: InputLimit = {
  bytes: 8 * 1024 * 1024,
  fix: 'Send the part that matters, as in: head -c 100000 server.log | farebox "What went wrong?"',
};

/** What OpenAI takes as one image or recording. */
export const mediaLimit: InputLimit = {
  bytes: 20 * 1024 * 1024,
  fix: 'Make it smaller: an image of 2,048 pixels on its longer side shows a model all that it looks at.',
};

/**
 * Joins pieces up to a limit.
 *
 * @param name of what they are, for the message: it begins a sentence.
 * @throws {ChatError} `configuration` as soon as there is one byte more.
 */
export class LimitedBytes {
  readonly #pieces: Uint8Array[] = [];
  readonly #name: string;
  readonly #limit: InputLimit;
  #size = 0;

  constructor(name: string, limit: InputLimit) {
    this.#name = name;
    this.#limit = limit;
  }

  push(piece: Uint8Array): void {
    this.#size += piece.byteLength;
    if (this.#size > this.#limit.bytes) throw tooLarge(this.#name, this.#limit);
    this.#pieces.push(piece);
  }

  joined(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }
}

/** @param size where it is known beforehand. */
export function tooLarge(name: string, { bytes, fix }: InputLimit, size?: number): ChatError {
  const has = size === undefined ? `more than ${shownCount(bytes)}` : shownCount(size);
  const most = size === undefined ? '' : `, and ${shownCount(bytes)} is the most that is read`;
  return new ChatError({
    kind: 'configuration',
    message: `${name} has ${has} bytes${most}.`,
    fix,
  });
}
