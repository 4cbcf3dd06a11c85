/**
 * Every token of an encoding, sorted so that it can be searched as it is.
 *
 * As an array of 200,000 strings it takes 200 ms to load, and a hash table over one string still takes 40 to fill.
 */
export interface VocabularyFile {
  /** How many tokens have no byte, one byte, two bytes, and so on. */
  readonly counts: readonly number[];
  /** A character for each byte: the shorter tokens first, and those of one length in the order of their bytes. */
  readonly bytes: string;
  /** The number of each, in the same order, as {@link writtenNumber} writes it. */
  readonly numbers: string;
}

const digits = 3;
const base = 64;
/** The character for the digit 0: printable, like the 63 after it. */
const zero = 40;

/** A number below 262,144 in three characters, the lowest digit first. */
export function writtenNumber(number: number): string {
  let text = '';
  for (let rest = number; text.length < digits; rest = Math.floor(rest / base)) {
    text += String.fromCharCode(zero + (rest % base));
  }
  return text;
}

/** The tokens of one length. */
interface Group {
  /** How many tokens are shorter: the place of its first. */
  readonly first: number;
  readonly count: number;
  /** Where its bytes begin. */
  readonly start: number;
  readonly length: number;
}

/** The tokens of an encoding, by number and by their bytes. */
export class Vocabulary {
  readonly #bytes: string;
  readonly #numbers: string;
  readonly #groups: readonly Group[];
  /** By number: the place of a token and 1, or 0 for one that nobody has found yet. */
  readonly #places: Uint32Array;
  #areAllFound = false;

  constructor({ counts, bytes, numbers }: VocabularyFile) {
    let first = 0;
    let start = 0;
    this.#groups = counts.map((count, length) => {
      const group = { first, count, start, length };
      first += count;
      start += count * length;
      return group;
    });
    this.#bytes = bytes;
    this.#numbers = numbers;
    this.#places = new Uint32Array(first);
  }

  /** A token's bytes; nothing for a number that is no token. */
  bytesOf(id: number): Uint8Array | undefined {
    if (this.#places[id] === 0 && !this.#areAllFound) this.#findAll();
    const place = (this.#places[id] ?? 0) - 1;
    const group = this.#groups.findLast(({ first }) => first <= place);
    if (group === undefined) return undefined;
    const { first, start, length } = group;
    const from = start + (place - first) * length;
    return Uint8Array.from({ length }, (_, index) => this.#bytes.charCodeAt(from + index));
  }

  /** The number of the token that is the bytes from `start` to `end`, or -1. */
  idOf(bytes: Uint8Array, start: number, end: number): number {
    const group = this.#groups[end - start];
    if (group === undefined) return -1;
    let low = 0;
    let high = group.count - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(group.start + middle * group.length, bytes, start, end);
      if (order === 0) return this.#find(group.first + middle);
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Below 0 where the bytes from `own` on come before those given, 0 where they are the same. */
  #compare(own: number, bytes: Uint8Array, start: number, end: number): number {
    for (let index = start; index < end; index++) {
      const order = this.#bytes.charCodeAt(own + index - start) - (bytes[index] ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  }

  /** The number of the token at this place, which can be told back from now on. */
  #find(place: number): number {
    let id = 0;
    for (let digit = digits - 1; digit >= 0; digit--) {
      id = id * base + this.#numbers.charCodeAt(place * digits + digit) - zero;
    }
    this.#places[id] = place + 1;
    return id;
  }

  #findAll(): void {
    for (let place = 0; place < this.#places.length; place++) this.#find(place);
    this.#areAllFound = true;
  }
}
