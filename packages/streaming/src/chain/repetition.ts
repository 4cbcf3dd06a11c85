/**
 * Leaves out of a text that goes on from another one what it repeats of it, piece by piece.
 *
 * What may be a repetition is held back until it is one, or is none. Blanks at the end may come back, or not: Mistral moves
 * them into the first new piece.
 *
 * @example
 * const repetition = new Repetition('One two ');
 * repetition.pass('One'); // => ''
 * repetition.pass(' two three'); // => 'three'
 */
export class Repetition {
  readonly #text: string;
  readonly #blanks: string;
  /** How much of the text, then of its blanks, has come again. */
  #repeated = 0;
  #isOver = false;

  constructor(before: string) {
    this.#text = before.trimEnd();
    this.#blanks = before.slice(this.#text.length);
  }

  /** So many of the characters that were passed in have not come out. */
  get withheld(): number {
    return this.#repeated;
  }

  /** What there is to be handed on. */
  pass(piece: string): string {
    if (this.#isOver) return piece;
    const missing = this.#text.slice(this.#repeated);
    if (missing === '') return this.#withoutBlanks(piece);
    if (piece.startsWith(missing)) {
      this.#repeated += missing.length;
      return this.#withoutBlanks(piece.slice(missing.length));
    }
    if (missing.startsWith(piece)) {
      this.#repeated += piece.length;
      return '';
    }
    return this.end() + piece;
  }

  /** Nothing more comes: what was held back, where it was no repetition of the whole. */
  end(): string {
    this.#isOver = true;
    if (this.#repeated >= this.#text.length) return '';
    const held = this.#text.slice(0, this.#repeated);
    this.#repeated = 0;
    return held;
  }

  #withoutBlanks(piece: string): string {
    const missing = this.#blanks.slice(this.#repeated - this.#text.length);
    let count = 0;
    while (count < piece.length && count < missing.length && piece[count] === missing[count])
      count++;
    this.#repeated += count;
    this.#isOver = count < piece.length;
    return piece.slice(count);
  }
}

/** All of a text without what it repeats. */
export function withoutRepetition(before: string, after: string): string {
  return new Repetition(before).pass(after);
}
