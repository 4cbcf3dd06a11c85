import { formatUsd, type Picodollars } from '@farebox/core';
import { shownUsd } from '../report/shown-usd.js';
import { displayWidth } from '../terminal/display-width.js';
import { oneLine } from '../terminal/one-line.js';

export interface ChatPromptFacts {
  readonly model: string;
  /** Undefined where a part of it is unknown. */
  readonly cost: Picodollars | undefined;
  /** What the tightest budget has left, in words. */
  readonly remaining: string | undefined;
  readonly columns: number | undefined;
}

/**
 * The prompt of a chat: model, cost so far and what is left. Where that leaves little of the line, it has one of its own.
 *
 * @example
 * // gpt-4o-mini · $0.0012 · $4.98 left today >
 */
export function chatPrompt({ model, cost, remaining, columns = 80 }: ChatPromptFacts): string {
  const spent = cost === undefined ? 'cost unknown' : shownCostSoFar(cost);
  const facts = [oneLine(model), spent, ...(remaining === undefined ? [] : [remaining])];
  const shown = facts.join(' · ');
  return displayWidth(shown) <= columns * shareOfLine ? `${shown} > ` : `${shown}\n> `;
}

const shareOfLine = 0.6;

function shownCostSoFar(cost: Picodollars): string {
  return cost === 0n ? `$${formatUsd(0n)}` : shownUsd(cost);
}
