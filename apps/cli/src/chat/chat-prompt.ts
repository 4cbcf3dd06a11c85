import { formatUsd, type Picodollars } from '@farebox/core';
import { colorOfState } from '../report/budget-report.js';
import { remainingText } from '../report/remaining-text.js';
import { shownUsd } from '../report/shown-usd.js';
import type { AfterCall, BudgetState } from '../state/remaining.js';
import { displayWidth } from '../terminal/display-width.js';
import { oneLine } from '../terminal/one-line.js';
import { type Line, lineText, type Span, span } from '../terminal/styled-line.js';

export interface ChatPromptFacts {
  readonly model: string;
  /** Undefined where a part of it is unknown. */
  readonly cost: Picodollars | undefined;
  /** The budget with the least left. */
  readonly tightest: AfterCall['tightest'];
  readonly columns: number | undefined;
}

/**
 * The prompt of a chat, one line or two: model, cost so far and what is left. Where that leaves little of the line, it has
 * one of its own.
 *
 * @example
 * // gpt-4o-mini · $0.0012 · $4.98 left today >
 */
export function chatPrompt({ model, cost, tightest, columns = 80 }: ChatPromptFacts): Line[] {
  const spent = cost === undefined ? 'cost unknown' : shownCostSoFar(cost);
  const shown = [
    span(`${oneLine(model)} · ${spent}`, { dim: true }),
    ...(tightest === undefined ? [] : [span(' · ', { dim: true }), remainingSpan(tightest)]),
  ];
  const fits = displayWidth(lineText(shown)) <= columns * shareOfLine;
  return fits ? [[...shown, span(' > ')]] : [shown, [span('> ')]];
}

/** In the background while there is enough of it. */
function remainingSpan(tightest: BudgetState | 'unknown'): Span {
  const color = tightest === 'unknown' ? 'yellow' : colorOfState(tightest);
  return span(remainingText(tightest), color === 'green' ? { dim: true } : { color });
}

const shareOfLine = 0.6;

function shownCostSoFar(cost: Picodollars): string {
  return cost === 0n ? `$${formatUsd(0n)}` : shownUsd(cost);
}
