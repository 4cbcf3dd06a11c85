import type { Offer } from '../connection/offer.js';
import type { InspectedQuestion } from '../cost-chart/inspected-run.js';
import { type Asking, askingOf } from '../workbench/asking.js';
import { columnSetup } from '../workbench/setup/column-setup.js';
import type { Column, Setup } from '../workbench/setup/setup.js';
import { type CallState, isUnderWay } from './call-state.js';
import { type Estimate, estimate } from './estimate.js';

/** What a column was asked with, and of whom; the form and the connection may have moved on. */
export interface AskedColumn {
  readonly setup: Setup;
  readonly asking: Asking;
  readonly offer: Offer;
  /** In milliseconds since 1970, for the price. */
  readonly at: number;
}

export function askedColumn(
  setup: Setup,
  column: Column,
  { offer, at }: Pick<AskedColumn, 'offer' | 'at'>,
): AskedColumn {
  const own = columnSetup(setup, column);
  return { setup: own, asking: askingOf(own), offer, at };
}

/** What a call under way has cost so far, at the prices of whoever answers it. */
export function guessOf(call: CallState, asked: AskedColumn | undefined): Estimate | undefined {
  if (asked === undefined || !isUnderWay(call)) return undefined;
  const { prices, model, messages, at } = questionOf(asked, call);
  return estimate(prices, model, messages, call.text, at);
}

/** What was asked so far, with the results of functions that a call went on with. */
export function questionOf(asked: AskedColumn, { said }: CallState): InspectedQuestion {
  const { setup, asking, offer, at } = asked;
  const messages = [...asking.messages, ...said];
  return { model: setup.model, messages, prices: offer.prices, at };
}

/** Why the results of functions cannot be sent now: only who called them can go on, and another's money is not spent. */
export function goOnProblem({ offer }: AskedColumn, now: Offer | undefined): string | undefined {
  if (offer.id === now?.id) return undefined;
  return `This was asked of ${offer.label}: choose that again under "Who answers" to go on.`;
}
