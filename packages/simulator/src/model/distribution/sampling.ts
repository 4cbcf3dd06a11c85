import type { Dice } from '../../random/dice.js';

/** How freely to choose, as a request says it. */
export interface Sampling {
  readonly temperature: number;
  readonly topP: number;
}

/**
 * The probability of each logit's token, first the temperature, then `top_p`.
 *
 * The temperature divides the logits; at 0 the highest takes all, the first of equals. `top_p` then
 * keeps the fewest tokens, the likeliest first, that together reach it: at least one, and of equals
 * the first. OpenAI documents each of the two and not their order; this is the order of vLLM and of
 * Hugging Face's transformers, in which a higher temperature lets more tokens in.
 *
 * @example
 * probabilities([0, 0], { temperature: 1, topP: 1 }) // => [0.5, 0.5]
 */
export function probabilities(
  logits: readonly number[],
  { temperature, topP }: Sampling,
): number[] {
  const highest = Math.max(...logits);
  if (temperature === 0) return onlyFirst(logits, highest);
  const warmed = normalised(logits.map((logit) => Math.exp((logit - highest) / temperature)));
  return topP >= 1 ? warmed : normalised(nucleus(warmed, topP));
}

/** The index of one token. Where only one is possible, nothing is thrown. */
export function pick(shares: readonly number[], random: Dice): number {
  const certain = shares.indexOf(1);
  if (certain >= 0) return certain;
  let left = random();
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index;
  }
  // Rounding may leave a sum just below 1.
  return shares.findLastIndex((share) => share > 0);
}

function onlyFirst(logits: readonly number[], highest: number): number[] {
  const first = logits.indexOf(highest);
  return logits.map((_, index) => (index === first ? 1 : 0));
}

function nucleus(shares: readonly number[], topP: number): number[] {
  const ranked = Array.from(shares.keys()).toSorted(
    (a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b,
  );
  const kept = shares.map(() => 0);
  let reached = 0;
  for (const index of ranked) {
    kept[index] = shares[index] ?? 0;
    reached += shares[index] ?? 0;
    if (reached >= topP) break;
  }
  return kept;
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
