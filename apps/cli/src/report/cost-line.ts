import { type Receipt, totalCost } from '@farebox/cost';
import { seconds } from './seconds.js';
import { shownCost } from './shown-cost.js';

export interface CostLineFacts {
  /** Of all attempts, failed ones included. */
  readonly receipts: readonly Receipt[];
  /** From the start of the call to its first text; undefined if none came. */
  readonly firstTextMs: number | undefined;
  /** Whether the text came as a stream, and not as one reply. */
  readonly streamed: boolean;
  readonly simulated: boolean;
  /** What the tightest budget has left, in words. */
  readonly remaining?: string | undefined;
}

/**
 * The one line that says what a call cost.
 *
 * The tokens are those that were reported. A cost that was not reported says what it is: `about` for
 * an assumed price, `up to` for a bound, `unknown` where nothing bounds it.
 *
 * @example
 * // cost $0.000042 · 31 in / 62 out · first token 0.3 s · $4.98 left today
 */
export function costLine(facts: CostLineFacts): string {
  const { receipts, firstTextMs, streamed, simulated, remaining } = facts;
  const parts = [`cost ${shownCost(totalCost(receipts))}`];
  const usages = receipts.flatMap(({ usage }) => (usage === undefined ? [] : [usage]));
  if (usages.length > 0) {
    const input = usages.reduce((sum, usage) => sum + usage.prompt_tokens, 0);
    const output = usages.reduce((sum, usage) => sum + usage.completion_tokens, 0);
    parts.push(`${input} in / ${output} out`);
  }
  if (firstTextMs !== undefined) {
    parts.push(`${streamed ? 'first token' : 'answer after'} ${seconds(firstTextMs)}`);
  }
  if (simulated) parts.push('simulated');
  if (remaining !== undefined) parts.push(remaining);
  return parts.join(' · ');
}
