/**
 * A key of the user, in memory.
 *
 * It is in no state that is saved, shared or shown: as text or JSON it says that it is held, and nothing of itself.
 */
export class HeldKey {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The key itself, for the one who sends it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '(a key, held in memory)';
  }

  toJSON(): string {
    return this.toString();
  }
}
