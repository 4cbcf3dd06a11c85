import type { Vocabulary } from './vocabulary.js';

/** Above every number that a token has: no token is these bytes. */
const none = 2 ** 31 - 1;

/**
 * The tokens of one piece of a text: of all neighbours that make a token together, the one with the lowest number is merged first, until
 * none do. Costs the length squared.
 *
 * Source: byte pair encoding as in tiktoken.
 */
export function mergePairs(bytes: Uint8Array, vocabulary: Vocabulary, into: number[]): void {
  const { length } = bytes;
  /** Where each part begins, and the number of the token that it makes with the next one. */
  const starts = Array.from({ length: length + 1 }, (_, index) => index);
  const startOf = (part: number) => starts[part] ?? length;
  const withNext = (part: number) => {
    if (part + 2 >= starts.length) return none;
    const id = vocabulary.idOf(bytes, startOf(part), startOf(part + 2));
    return id === -1 ? none : id;
  };
  const pairs = starts.map((_, part) => withNext(part));
  for (;;) {
    let best = 0;
    let lowest = none;
    for (let part = 0; part < pairs.length; part++) {
      const id = pairs[part] ?? none;
      if (id < lowest) {
        lowest = id;
        best = part;
      }
    }
    if (lowest === none) break;
    starts.splice(best + 1, 1);
    pairs.splice(best + 1, 1);
    pairs[best] = withNext(best);
    if (best > 0) pairs[best - 1] = withNext(best - 1);
  }
  for (let part = 0; part < starts.length - 1; part++) {
    into.push(vocabulary.idOf(bytes, startOf(part), startOf(part + 1)));
  }
}
