import { ChatError } from '@farebox/core';
import type { ReceiptFilter } from '@farebox/cost';
import type { Command } from 'commander';
import { type Day, startOfDay } from '../calendar/days.js';
import { dayMeant, dayOrAge } from './day-or-age.js';
import { notEmpty } from './not-empty.js';
import { ownTimeZone, timeZone } from './time-zone.js';

/** Which receipts a report is about. */
export interface ReceiptOptions {
  /** A day or an age, as `2026-11-28` or `7d`. */
  readonly from?: string;
  /** The last day, which is one of them. */
  readonly to?: string;
  readonly tag?: NamedValue;
  readonly session?: string;
  readonly model?: string;
  readonly timeZone?: string;
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** The options of all commands that read receipts. */
export function withReceiptOptions(command: Command): Command {
  return command
    .option(
      '--from <day>',
      'from this day on: 2026-11-24, or 7d for seven days ago',
      dayOrAge('--from'),
    )
    .option('--to <day>', 'up to this day, and with it', dayOrAge('--to'))
    .option(
      '--model <name>',
      'only this model: the one that answered',
      notEmpty('--model', 'gpt-4o'),
    )
    .option('--session <name>', 'only this session', notEmpty('--session', 'thesis'))
    .option('--tag <name=value>', 'only calls with this tag', namedValue('--tag'))
    .option(
      '--time-zone <zone>',
      'where days begin, such as Europe/Berlin (default: of this machine)',
      timeZone('--time-zone'),
    );
}

/** What a report is asked for: for the ledger, and for its reader. */
export interface AskedReceipts {
  readonly filter: ReceiptFilter;
  readonly timeZone: string;
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
}

/**
 * The filter that the options come to.
 *
 * @throws {ChatError} `configuration` for options that contradict each other.
 */
export function askedReceipts(options: ReceiptOptions, now: number): AskedReceipts {
  const { from, to, model, session, tag, timeZone = ownTimeZone() } = options;
  const dayOf = (text: string | undefined) =>
    text === undefined ? undefined : dayMeant(text, now, timeZone);
  const [firstDay, lastDay] = [dayOf(from), dayOf(to)];
  if (firstDay !== undefined && lastDay !== undefined && firstDay > lastDay) {
    throw wrong('--from is a later day than --to.', 'Swap them: both days are included.');
  }
  if (session !== undefined && tag !== undefined) {
    throw wrong(
      '--session is a tag, and one tag can be asked for.',
      'Leave out --session or --tag.',
    );
  }
  return {
    filter: {
      model,
      tag: session === undefined ? tag : { name: 'session', value: session },
      from: firstDay === undefined ? undefined : startOfDay(firstDay, timeZone),
      to: lastDay === undefined ? undefined : startOfDay(lastDay + 1, timeZone),
    },
    timeZone,
    firstDay,
    lastDay,
  };
}

function namedValue(option: string): (text: string) => NamedValue {
  return (text) => {
    const at = text.indexOf('=');
    if (at > 0) return { name: text.slice(0, at), value: text.slice(at + 1) };
    throw wrong(`${option} has no name and value.`, `Write it as in ${option} team=red.`);
  };
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
