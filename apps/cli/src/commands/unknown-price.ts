import type { UnknownPrice } from '@farebox/core';
import { redact } from '@farebox/core/errors';
import type { Io } from '../io/io.js';
import { fold } from '../report/table.js';
import { oneLine } from '../terminal/one-line.js';

/** What was asked for beside the model. */
export interface UnknownQuery {
  readonly provider?: string | undefined;
  /** A day, as `2026-11-24`. */
  readonly day: string;
  readonly json?: boolean | undefined;
}

/** Says that a price is not known, why, and which names are; gives the exit code, 1. */
export async function tellUnknownPrice(
  unknown: UnknownPrice,
  query: UnknownQuery,
  io: Io,
): Promise<number> {
  const fix = fold(`fix: ${fixOf(unknown)}`, '    ').join('\n  ');
  // A key pasted for a name must not show up.
  if (query.json) await io.stdout.write(redact(`${JSON.stringify(unknown)}\n`));
  await io.stderr.write(redact(`farebox: ${sentenceOf(unknown, query)}\n  ${fix}\n`));
  return 1;
}

function sentenceOf({ reason, model }: UnknownPrice, { provider, day }: UnknownQuery): string {
  const name = `"${oneLine(model)}"`;
  const whose = provider === undefined ? '' : ` of ${oneLine(provider)}`;
  switch (reason) {
    case 'model':
      return `no price is known for ${name}: it is on no list${whose}.`;
    case 'provider':
      return `there is no price list${whose}.`;
    case 'several-providers':
      return `${name} is on several price lists.`;
    case 'service-tier':
      return `no price is known for ${name} on that tier.`;
    case 'time':
      return `no price is known for ${name} on ${day}.`;
  }
}

function fixOf({ reason, nearest }: UnknownPrice): string {
  const names = nearest.join(', ');
  switch (reason) {
    case 'model':
      return `${names === '' ? 'No name is like it' : `The nearest names are ${names}`}; farebox models has them all.`;
    case 'provider':
      return `${names === '' ? 'No name is like it' : `The nearest are ${names}`}; farebox models has them all.`;
    case 'several-providers':
      return `Choose one with --provider: ${names}.`;
    case 'service-tier':
      return `The list has ${names}.`;
    case 'time':
      return 'Give a later day with --at, or none for today.';
  }
}
