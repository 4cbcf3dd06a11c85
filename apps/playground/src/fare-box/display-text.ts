import { totalCost } from '@farebox/cost';
import type { CallState } from '../call/call-state.js';
import type { Estimate } from '../call/estimate.js';
import { shownUsd } from './shown-usd.js';

/** What the display of the fare box says: one amount, and how it is known. */
export interface DisplayText {
  readonly label: string;
  readonly amount: string;
  /** Tokens, as far as they are known. */
  readonly detail: string;
  /** How long the first text took. */
  readonly timing?: string;
}

/** A guess while the answer streams, the exact cost once its receipt is there. */
export function displayText(call: CallState, estimate: Estimate | undefined): DisplayText {
  switch (call.phase) {
    case 'idle':
      return { label: 'Ready', amount: '$0.00', detail: '' };
    case 'waiting':
    case 'streaming':
      return {
        label: 'Running, estimated',
        amount: estimate?.cost === undefined ? '…' : `≈ ${shownUsd(estimate.cost)}`,
        detail: `≈ ${estimate?.inputTokens ?? 0} in · ≈ ${estimate?.outputTokens ?? 0} out`,
      };
    case 'refused':
      // It may be the second attempt that does not fit any more: the first is paid for.
      return call.receipts.length === 0
        ? { label: 'Refused', amount: '$0.00', detail: 'nothing left this page' }
        : ended(call);
    default:
      return ended(call);
  }
}

function ended({ phase, receipts, firstTextMs }: CallState): DisplayText {
  const { known, amount } = totalCost(receipts);
  const shown = known === 'unknown' ? 'unknown' : shownUsd(amount);
  const exact = phase === 'completed' ? 'This call, exact' : 'This call';
  return {
    label: known === 'bounded' ? 'This call, at most' : exact,
    amount: shown,
    detail: tokens(receipts),
    ...(firstTextMs === undefined
      ? {}
      : { timing: `first token ${(firstTextMs / 1000).toFixed(2)} s` }),
  };
}

function tokens(receipts: CallState['receipts']): string {
  const usages = receipts.flatMap(({ usage }) => (usage === undefined ? [] : [usage]));
  if (usages.length === 0) return '';
  const sum = (name: 'prompt_tokens' | 'completion_tokens') =>
    usages.reduce((total, usage) => total + usage[name], 0);
  return `${sum('prompt_tokens')} in · ${sum('completion_tokens')} out`;
}
