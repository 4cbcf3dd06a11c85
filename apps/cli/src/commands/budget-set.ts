import { statSync } from 'node:fs';
import { ChatError, formatUsd, parseUsd } from '@farebox/core';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { budgetKey, type KeyOptions } from '../options/budget-key.js';
import { ownTimeZone } from '../options/time-zone.js';
import { budgetName } from '../report/budget-name.js';
import { localMinute } from '../report/local-minute.js';
import { type Budget, isOfCalendar, isSameBudget, type Owner } from '../state/budget.js';
import { BudgetFiles } from '../state/budget-files.js';
import { windowEnd } from '../state/window-end.js';
import { oneLine } from '../terminal/one-line.js';

export interface SetOptions extends KeyOptions {
  readonly timeZone?: string;
}

/**
 * Sets a budget, or changes the limit of one that is set.
 *
 * The time zone is written down with it: a machine that travels would else begin its day anew, with
 * nothing spent. So it also stays when only the limit changes.
 *
 * @throws {ChatError} `configuration` for options that contradict each other; `store` when it cannot be
 * written, or the budgets that are set cannot be read.
 */
export async function budgetSet(usd: string, options: SetOptions, io: Io): Promise<number> {
  const key = budgetKey(options, io);
  checkFolder(key.owner);
  const files = new BudgetFiles(io.stateFolder());
  const before = files.all().find((budget) => isSameBudget(budget, key));
  const limitUsd = formatUsd(parseUsd(usd));
  if (!isOfCalendar(key.per) && options.timeZone !== undefined) throw noCalendar();
  const timeZone = options.timeZone ?? before?.timeZone ?? ownTimeZone();
  const budget: Budget = { ...key, limitUsd, ...(isOfCalendar(key.per) && { timeZone }) };
  files.write(budget);

  const verb = key.soft ? 'warns above' : 'at most';
  const was = before === undefined ? '' : `, was $${before.limitUsd}`;
  const end = windowEnd(budget, io.clock.now());
  const until = end === undefined ? '' : `; this ${key.per} ends ${localMinute(end, timeZone)}`;
  await print(io.stdout, `${budgetName(key)}: ${verb} $${limitUsd}${was}${until}`);
  return 0;
}

/** A budget of a folder that is not there would limit nothing; one that has gone can still be removed. */
function checkFolder(owner: Owner): void {
  if (owner.kind !== 'project') return;
  if (statSync(owner.folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new ChatError({
    kind: 'configuration',
    message: `--project: there is no folder ${oneLine(owner.folder)}.`,
    fix: 'Check its path, which counts from the folder in which farebox runs.',
  });
}

function noCalendar(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: '--time-zone says where hours, days, weeks and months begin, and --per names none.',
    fix: 'Leave it out, or add --per day.',
  });
}
