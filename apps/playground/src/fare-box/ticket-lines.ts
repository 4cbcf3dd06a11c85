import { errorKinds, type InvoiceLine } from '@farebox/core';
import { amountOf, type Cost, type Receipt } from '@farebox/cost';
import { shownUsd } from './shown-usd.js';

/** A row of a ticket: what, how much of it, for how much. */
export interface TicketLine {
  readonly what: string;
  readonly tokens?: number;
  readonly amount: string;
}

/** A receipt, as it is printed. */
export interface TicketText {
  readonly title: string;
  readonly lines: readonly TicketLine[];
  readonly total: string;
  /** How the total is known. */
  readonly known: string;
  readonly reserved: string;
}

const names: Readonly<Record<InvoiceLine['what'], string>> = {
  'input.text.fresh': 'Tokens in',
  'input.text.cached': 'Tokens in, cached',
  'input.text.cacheWrite': 'Tokens in, put in the cache',
  'input.text.cacheWrite1h': 'Tokens in, put in the cache for an hour',
  'input.image.fresh': 'Pictures in',
  'input.image.cached': 'Pictures in, cached',
  'input.image.cacheWrite': 'Pictures in, put in the cache',
  'input.audio.fresh': 'Sound in',
  'input.audio.cached': 'Sound in, cached',
  'input.audio.cacheWrite': 'Sound in, put in the cache',
  'output.text': 'Tokens out',
  'output.reasoning': 'Tokens out, reasoning',
  'output.rejectedPrediction': 'Tokens out, predicted in vain',
  'output.audio': 'Sound out',
  'output.image': 'Pictures out',
  request: 'The call itself',
};

const howKnown: Readonly<Record<Cost['known'], string>> = {
  reported: 'exact',
  estimated: 'at an assumed price',
  bounded: 'the most it can have been',
  unknown: 'unknown',
};

/** What a receipt says, line by line; the lines add up to the total, exactly. */
export function ticketText(receipt: Receipt): TicketText {
  const { cost, outcome, lines = [], reserved } = receipt;
  return {
    title: titleOf(outcome),
    lines: lines.map(({ what, units, amount }) => ({
      what: names[what],
      tokens: units,
      amount: shownUsd(amount),
    })),
    total: cost.known === 'unknown' ? 'unknown' : shownUsd(amountOf(cost)),
    known: howKnown[cost.known],
    reserved: shownUsd(reserved),
  };
}

function titleOf(outcome: Receipt['outcome']): string {
  if (outcome === 'completed') return 'Ride completed';
  if (outcome === 'aborted' || outcome === 'abandoned') return 'Got off early';
  if (outcome === 'lost') return 'Lost on the way';
  return errorKinds[outcome].name;
}
