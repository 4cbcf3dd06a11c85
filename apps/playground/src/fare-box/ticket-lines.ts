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
  freshInput: 'Tokens in',
  cachedInput: 'Tokens in, cached',
  output: 'Tokens out',
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
  return errorKinds[outcome].name;
}
