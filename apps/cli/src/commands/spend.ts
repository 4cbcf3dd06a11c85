import { ChatError } from '@farebox/core';
import type { Ledger, Spend, SpendGroup } from '@farebox/cost';
import type { Io } from '../io/io.js';
import { print, printExactly } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { askedReceipts, type ReceiptOptions } from '../options/receipt-options.js';
import { jsonText } from '../report/json-text.js';
import { nothingFound } from '../report/nothing-found.js';
import { spendCsv, spendJson } from '../report/spend-data.js';
import { spendLines } from '../report/spend-lines.js';
import { type SpendReport, sumOf } from '../report/spend-report.js';
import type { AppearanceOptions } from '../terminal/appearance.js';

export interface SpendOptions extends ReceiptOptions, AppearanceOptions {
  readonly by?: SpendGroup;
  readonly csv?: boolean;
  readonly json?: boolean;
}

/** Prints what receipts come to; the sums are made in the ledger. */
export async function spend(options: SpendOptions, ledger: Ledger, io: Io): Promise<0> {
  const { by = 'day', csv, json } = options;
  if (csv && json) throw twoForms();
  const now = io.clock.now();
  const asked = askedReceipts(options, now);
  const query = { ...asked.filter, timeZone: asked.timeZone };
  const sums = await ledger.spend({ ...query, by });
  const groups = by === 'day' || by === 'month' ? sums : sums.toSorted(dearestFirst);
  // A receipt has as many scopes as it likes, and one model.
  const parts = by === 'scope' ? await ledger.spend({ ...query, by: 'model' }) : groups;
  const report: SpendReport = { by, asked, options, groups, total: sumOf(parts), now };
  if (csv) await printExactly(io.stdout, spendCsv(report));
  else if (json) await print(io.stdout, jsonText(spendJson(report)));
  else if (report.total.attempts === 0) await print(io.stdout, await nothingFound(options, ledger));
  else await printLines(spendLines(report, columnsForBars(io)), options, io);
  return 0;
}

function dearestFirst(one: Spend, other: Spend): number {
  return one.amount === other.amount ? 0 : one.amount > other.amount ? -1 : 1;
}

/** Bars are for a terminal that says what it can. */
function columnsForBars({ stdout, environment }: Io): number | undefined {
  return stdout.isTerminal && environment.TERM !== 'dumb' ? (stdout.columns ?? 80) : undefined;
}

function twoForms(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: '--csv and --json are two forms of one report.',
    fix: 'Leave out one of them.',
  });
}
