import type { ChatError } from '@farebox/core';
import { amountOf, type Receipt } from '@farebox/cost';
import { shownUsd } from '../fare-box/shown-usd.js';
import type { FaultRun, RunStep } from './fault-run.js';
import { inSeconds, moneyOf } from './verdict.js';

/** A line of the timeline: what happened, and why. */
export interface StepText {
  readonly what: string;
  readonly why?: string;
}

/** A step in words. */
export function stepText(step: RunStep): StepText {
  switch (step.type) {
    case 'attempt':
      return { what: `Attempt ${step.attempt} leaves` };
    case 'text':
      return { what: 'The first text is delivered' };
    case 'settled':
      return settledText(step.receipt);
    case 'wait':
      return { what: `Waits ${inSeconds(step.waitMs)}, then sends again`, why: step.error.message };
    case 'acted':
      return { what: step.what };
  }
}

function settledText(receipt: Receipt): StepText {
  const { attempt, outcome } = receipt;
  return { what: `Attempt ${attempt} ends: ${outcome}`, why: chargeText(receipt) };
}

/** What an attempt is charged, and how that is known. */
export function chargeText(receipt: Receipt): string {
  const amount = shownUsd(amountOf(receipt.cost));
  switch (moneyOf(receipt)) {
    case 'none':
      return 'nothing charged';
    case 'reported':
      return `${amount}, as reported`;
    case 'estimated':
      return `${amount}, at an assumed price`;
    case 'bounded':
      return `${amount}, the most it can have cost`;
    case 'unknown':
      return 'the cost is unknown';
  }
}

/** How a run ended, in words; undefined while it has not. */
export function endText({ phase, end }: FaultRun): StepText | undefined {
  if (phase === 'stopped') return { what: 'You stopped the run' };
  if (phase === 'broken') return { what: 'The page could not do it', why: 'Reload it.' };
  if (phase !== 'ended' || end === undefined) return undefined;
  if (end === 'completed') return { what: 'The call is complete' };
  if (end === 'abandoned') return { what: 'The call is over: its reader left' };
  const why = whyNoMore(end);
  return { what: `The call fails: ${end.name}`, ...(why !== undefined && { why }) };
}

/** Why no other attempt is made. */
function whyNoMore({ kind, delivered, gaveUp, retryAfterMs }: ChatError): string | undefined {
  if (kind === 'aborted') return undefined;
  switch (delivered ? 'delivered' : gaveUp) {
    case 'not-retried':
      return 'Another attempt would fare no better.';
    case 'delivered':
      return 'A part was delivered, so it is not sent again.';
    case 'attempts':
      return 'All attempts are used up.';
    case 'retry-after':
      return `The provider asks for a wait of ${inSeconds(retryAfterMs ?? 0)}, which is too long.`;
    case 'deadline':
      return 'No time is left.';
    case 'retry-quota':
    case 'budget':
      return `No ${gaveUp} is left.`;
    case undefined:
      return undefined;
  }
}
