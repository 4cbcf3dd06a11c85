/** Draws that repeat: the same seed gives the same numbers. */
export interface Dice {
  /** In [0, 1). */
  readonly random: () => number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** Milliseconds from `least` to `most`, with a fraction, as real clocks have them. */
  milliseconds(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** As `pick`, by weights that need not sum to anything. */
  pickBy<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
}

/**
 * Dice for one purpose of a seed (sfc32): what one purpose draws does not move what another draws.
 *
 * @param seed any whole number that a double holds exactly.
 */
export function dice(seed: number, purpose: string): Dice {
  const random = sfc32(seed, purpose);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[whole(0, from.length - 1)] as T;
  };
  return {
    random,
    whole,
    pick,
    milliseconds: (least, most) => least + random() * (most - least),
    chance: (share) => random() < share,
    pickBy<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
      const entries = Object.entries(weights) as [Name, number][];
      let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      return (entries.at(-1) as [Name, number])[0];
    },
  };
}

function sfc32(seed: number, purpose: string): () => number {
  let a = Math.floor(seed / 2 ** 32) | 0;
  let b = seed | 0;
  let c = 0x9e3779b9;
  for (let index = 0; index < purpose.length; index++) {
    c = Math.imul(c ^ purpose.charCodeAt(index), 0x01000193);
  }
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
