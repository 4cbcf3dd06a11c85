import type { Picodollars } from '@farebox/core';
import { totalCost } from '@farebox/cost';
import { type CallState, isUnderWay } from '../call/call-state.js';
import type { Estimate } from '../call/estimate.js';
import { type DisplayText, displayText } from './display-text.js';
import { shownUsd } from './shown-usd.js';

/** A call, and what it is guessed to have cost while it is under way. */
export interface MeteredCall {
  readonly call: CallState;
  readonly guess: Estimate | undefined;
}

/** What the display says of all runs together; of a single one, what it says of that. */
export function meterText(metered: readonly MeteredCall[]): DisplayText {
  const begun = metered.filter(({ call }) => call.phase !== 'idle');
  const [only] = begun;
  if (only === undefined) return { label: 'Ready', amount: '$0.00', detail: '' };
  if (begun.length === 1) return displayText(only.call, only.guess);
  const underWay = begun.filter(({ call }) => isUnderWay(call));
  const refused = begun.filter(({ call }) => call.phase === 'refused').length;
  const { known, amount } = totalCost(begun.flatMap(({ call }) => call.receipts));
  const turnedAway = refused === 0 ? '' : `${refused} of ${begun.length} refused`;
  if (underWay.length > 0) {
    const guessed = underWay.reduce<Picodollars | undefined>(
      (sum, { guess }) =>
        sum === undefined || guess?.cost === undefined ? undefined : sum + guess.cost,
      amount,
    );
    return {
      label: `${underWay.length} of ${begun.length} running, estimated`,
      amount: guessed === undefined ? '…' : `≈ ${shownUsd(guessed)}`,
      detail: turnedAway,
    };
  }
  const bound = known === 'bounded' ? 'at most' : 'exact';
  return {
    label: `${begun.length} runs, ${bound}`,
    amount: known === 'unknown' ? 'unknown' : shownUsd(amount),
    detail: turnedAway,
  };
}
