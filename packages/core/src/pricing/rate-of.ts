import type { Picodollars } from '../money/money.js';
import type { UsageLeaf } from '../usage/usage-leaves.js';
import type { Rates } from './catalogue.js';

/**
 * What a token of this kind costs, or undefined: never 0 for want of a rate.
 *
 * A kind that is not on the list costs what it is a part of, and only where providers say so:
 * reasoning and rejected predictions are output, and pictures cost what text costs in the same cache
 * state unless the list has a rate for pictures. Sound, written pictures and caches have no such
 * rule, because their rates differ by factors.
 *
 * @example
 * rateOf({ 'output.text': 600_000n }, 'output.reasoning'); // => 600_000n
 * rateOf({ 'output.text': 600_000n }, 'output.audio'); // => undefined
 */
export function rateOf(rates: Rates, leaf: UsageLeaf): Picodollars | undefined {
  const listed = rates[leaf];
  if (listed !== undefined) return listed;
  if (leaf === 'output.reasoning' || leaf === 'output.rejectedPrediction') {
    return rates['output.text'];
  }
  if (leaf.startsWith('input.image.') && rates['input.image.fresh'] === undefined) {
    return rates[leaf.replace('image', 'text') as UsageLeaf];
  }
  return undefined;
}
