/**
 * Every token of an encoding, in a form that loads quickly.
 *
 * As an array of 200,000 strings it takes ten times as long: each is a literal to compile, and an entry of a map.
 */
export interface VocabularyFile {
  readonly count: number;
  readonly separator: string;
  /** A character for each byte: the tokens in the order of their numbers, each with the separator behind it, and then the others. */
  readonly bytes: string;
  /** Those that have the separator in them, and nothing among the rest: number, start and end in `bytes`. */
  readonly others: readonly (readonly number[])[];
}

/** Above twice the number of tokens, so that few places are taken twice; a power of two. */
const places = 2 ** 19;
const noBytes = 0x811c9dc5;

/** The tokens of an encoding, by number and by their bytes. */
export class Vocabulary {
  readonly #bytes: string;
  /** Where each token begins and ends in `#bytes`. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  /** By hash: the number of a token and 1, or 0 for a free place; taken ones go on at the next. */
  readonly #table: Int32Array;

  constructor({ count, separator, bytes, others }: VocabularyFile) {
    const starts = new Uint32Array(count);
    const ends = new Uint32Array(count);
    const table = new Int32Array(places);
    // One loop over all bytes, on locals: it runs once, at start-up, before anything is compiled for it.
    const end = separator.charCodeAt(0);
    let start = 0;
    let hash = noBytes;
    for (let id = 0, index = 0; id < count; index++) {
      const byte = bytes.charCodeAt(index);
      if (byte !== end) {
        hash = add(hash, byte);
        continue;
      }
      starts[id] = start;
      ends[id] = index;
      if (index > start) enter(table, hash, id);
      id++;
      start = index + 1;
      hash = noBytes;
    }
    for (const [id = 0, from = 0, to = 0] of others) {
      starts[id] = from;
      ends[id] = to;
      let own = noBytes;
      for (let index = from; index < to; index++) own = add(own, bytes.charCodeAt(index));
      enter(table, own, id);
    }
    this.#bytes = bytes;
    this.#starts = starts;
    this.#ends = ends;
    this.#table = table;
  }

  /** A token's bytes; nothing for a number that is no token. */
  bytesOf(id: number): Uint8Array | undefined {
    const start = this.#starts[id];
    if (start === undefined) return undefined;
    const bytes = this.#bytes.slice(start, this.#ends[id]);
    return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  }

  /** The number of the token that is the bytes from `start` to `end`, or -1. */
  idOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = noBytes;
    for (let index = start; index < end; index++) hash = add(hash, bytes[index] ?? 0);
    for (let place = placeOf(hash); ; place = (place + 1) % places) {
      const id = (this.#table[place] ?? 0) - 1;
      if (id === -1 || this.#is(id, bytes, start, end)) return id;
    }
  }

  #is(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.#starts[id] ?? 0;
    const length = end - start;
    if ((this.#ends[id] ?? 0) - own !== length) return false;
    for (let index = 0; index < length; index++) {
      if (this.#bytes.charCodeAt(own + index) !== bytes[start + index]) return false;
    }
    return true;
  }
}

function enter(table: Int32Array, hash: number, id: number): void {
  let place = placeOf(hash);
  while (table[place] !== 0) place = (place + 1) % places;
  table[place] = id + 1;
}

/** FNV-1a. */
function add(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (places - 1);
}
