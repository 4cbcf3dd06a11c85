import { ChatError } from '@farebox/core';
import type { Ledger } from '@farebox/cost';
import { nameOfDay, startOfDay } from '../calendar/days.js';
import { confirm } from '../io/confirm.js';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { dayMeant } from '../options/day-or-age.js';
import { ownTimeZone } from '../options/time-zone.js';
import { shownCount } from '../report/shown-count.js';
import { shownUsd } from '../report/shown-usd.js';
import { sumOf } from '../report/spend-report.js';

export interface LogsPruneOptions {
  /** A number of days, as `90d`. */
  readonly olderThan?: string;
  /** A day, as `2026-01-01`. */
  readonly before?: string;
  readonly timeZone?: string;
  readonly yes?: boolean;
}

/**
 * Forgets the receipts from before a day. What budgets have spent stays as it is.
 *
 * @returns 1 when the question was not answered with yes.
 * @throws {ChatError} `configuration` without a day, and where nobody can be asked and `yes` is not set.
 */
export async function logsPrune(options: LogsPruneOptions, ledger: Ledger, io: Io): Promise<0 | 1> {
  const { olderThan, before, timeZone = ownTimeZone(), yes } = options;
  const text = olderThan ?? before;
  if (text === undefined || (olderThan !== undefined && before !== undefined)) throw whichDay();
  const day = dayMeant(text, io.clock.now(), timeZone);
  const to = startOfDay(day, timeZone);
  const { attempts, amount } = sumOf(await ledger.spend({ by: 'model', to }));
  const which = `from before ${nameOfDay(day)}`;
  if (attempts === 0) {
    await print(io.stdout, `No receipts are ${which}.`);
    return 0;
  }
  const what = `${shownCount(attempts)} ${attempts === 1 ? 'receipt' : 'receipts'} ${which}`;
  if (!yes) {
    if (io.stdin.kind !== 'terminal') throw nobodyToAsk();
    const isSure = await confirm(`Forget ${what}, ${shownUsd(amount)} in all?`, io);
    if (io.interrupted.aborted) throw interrupted();
    if (!isSure) {
      await print(io.stdout, 'Nothing was forgotten.');
      return 1;
    }
  }
  const pruned = await ledger.prune(to);
  await print(
    io.stdout,
    `Forgot ${shownCount(pruned)} ${pruned === 1 ? 'receipt' : 'receipts'} ${which}; what budgets have spent stays.`,
  );
  return 0;
}

function interrupted(): ChatError {
  return new ChatError({ kind: 'aborted', message: 'Interrupted: nothing was forgotten.' });
}

function whichDay(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'It takes one of --older-than and --before to say which receipts.',
    fix: 'Write it as in farebox logs prune --older-than 90d.',
  });
}

function nobodyToAsk(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'Receipts are forgotten for good, and nobody is there to be asked.',
    fix: 'Add --yes, or export them first: farebox logs export --jsonl --output receipts.jsonl.',
  });
}
