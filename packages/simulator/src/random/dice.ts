/** Numbers in [0, 1), one per call. */
export type Dice = () => number;

/**
 * A stream of numbers that the seed alone decides, the same in every runtime.
 *
 * Not for secrets: the generator (sfc32, seeded by four rounds of FNV-1a) is fast, not safe.
 *
 * @example
 * dice('7')() === dice('7')() // => true
 */
export function dice(seed: string): Dice {
  let a = fnv(seed, 0x811c9dc5);
  let b = fnv(seed, a);
  let c = fnv(seed, b);
  let counter = fnv(seed, c);
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first outputs still show the seed; sfc32 asks for a dozen rounds of warming up.
  for (let round = 0; round < 12; round++) next();
  return next;
}

/**
 * A seed of chance, for a simulator that was given none.
 *
 * Nothing secret hangs on it, and the platform's `crypto` takes Node.js 5 ms to load.
 */
export function freshSeed(): string {
  return `${Math.random()}-${Math.random()}`;
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash ^ text.length;
}
