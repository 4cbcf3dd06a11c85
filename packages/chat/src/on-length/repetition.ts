import type { HandedOut } from '@farebox/core';
import { Repetition } from '@farebox/streaming';

/** A text that is shorter may begin again by chance. */
const leastCharacters = 16;

/** A text that is gone on with, and whether its provider is known to repeat it first. */
export interface Before {
  readonly text: string;
  readonly isRepeated: boolean;
}

/** A continuation without the text before it, which models repeat that begin anew, and Mistral always. */
export class Unrepeated {
  readonly #before: Before;
  #repetition: Repetition | undefined;

  constructor(before: Before) {
    this.#before = before;
    this.#repetition = repetitionOf(before);
  }

  /** The continuation begins anew; of what is void, only what was handed on counts. */
  readonly restarted = (discard: HandedOut): HandedOut => {
    const withheld = this.#repetition?.withheld ?? 0;
    this.#repetition = repetitionOf(this.#before);
    return { ...discard, characters: discard.characters - withheld };
  };

  /** The pieces, held back for as long as they may be a repetition. */
  async *read<End>(pieces: AsyncGenerator<string, End, void>): AsyncGenerator<string, End, void> {
    try {
      for (;;) {
        const { done, value } = await pieces.next();
        const text = done === true ? heldIn(this.#repetition, this.#before) : this.#pass(value);
        if (text !== '') yield text;
        if (done === true) return value;
      }
    } finally {
      // A reader who leaves closes the call; of one that has ended nothing is left to close.
      await pieces.return(undefined as never);
    }
  }

  #pass(piece: string): string {
    return this.#repetition?.pass(piece) ?? piece;
  }
}

/** What all of a continuation adds. Of one that broke off (`isBroken`), a beginning of the text before is no addition yet. */
export function added(before: Before, after: string, isBroken = false): string {
  const repetition = repetitionOf(before);
  if (repetition === undefined) return after;
  const text = repetition.pass(after);
  return isBroken ? text : text + heldIn(repetition, before);
}

function repetitionOf({ text, isRepeated }: Before): Repetition | undefined {
  return isRepeated || text.length >= leastCharacters ? new Repetition(text) : undefined;
}

/** It was a part of the text, and then the end: no repetition of the whole, unless that was what would have come. */
function heldIn(repetition: Repetition | undefined, { isRepeated }: Before): string {
  return isRepeated ? '' : (repetition?.end() ?? '');
}
