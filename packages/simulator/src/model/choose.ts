import type { Dice } from '../random/dice.js';

/** How freely to choose, as a request says it. */
export interface Sampling {
  readonly temperature: number;
  readonly topP: number;
}

/** Each alternative is this much as likely, at temperature 1, as the one before it. */
const rankRatio = 0.8;

/**
 * The probability of each of `count` alternatives, the likeliest first.
 *
 * Temperature divides the logarithms of the weights; at 0 the first takes all. `top_p` then keeps the
 * fewest alternatives that reach it.
 */
export function distribution(count: number, { temperature, topP }: Sampling): number[] {
  const ratio = temperature === 0 ? 0 : rankRatio ** (1 / temperature);
  const weights = Array.from({ length: count }, (_, rank) => ratio ** rank);
  const probabilities = normalised(weights);
  let kept = 0;
  const head = probabilities.map((probability, rank) => {
    const keep = rank === 0 || kept < topP;
    if (keep) kept += probability;
    return keep ? probability : 0;
  });
  return normalised(head);
}

/** The index of one alternative; takes one number from the dice, whatever the temperature. */
export function choose(count: number, sampling: Sampling, random: Dice): number {
  let left = random();
  const probabilities = distribution(count, sampling);
  for (const [index, probability] of probabilities.entries()) {
    left -= probability;
    if (left < 0) return index;
  }
  return 0;
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
