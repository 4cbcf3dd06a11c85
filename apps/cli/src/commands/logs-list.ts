import type { Ledger } from '@farebox/cost';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { askedReceipts, type ReceiptOptions } from '../options/receipt-options.js';
import { jsonText } from '../report/json-text.js';
import { logLines } from '../report/log-lines.js';
import { nothingFound } from '../report/nothing-found.js';
import { receiptJson } from '../report/receipt-data.js';
import type { AppearanceOptions } from '../terminal/appearance.js';

export interface LogsListOptions extends ReceiptOptions, AppearanceOptions {
  readonly count?: number;
  readonly json?: boolean;
}

/** Prints the newest receipts, the newest last, where the eye is when the command has ended. */
export async function logsList(options: LogsListOptions, ledger: Ledger, io: Io): Promise<0> {
  const { count = 20, json } = options;
  const { filter, timeZone } = askedReceipts(options, io.clock.now());
  const newest = await ledger.receipts({ ...filter, newestFirst: true, limit: count });
  const receipts = newest.toReversed();
  if (json) await print(io.stdout, jsonText({ kind: 'logs', receipts: receipts.map(receiptJson) }));
  else if (receipts.length === 0) await print(io.stdout, await nothingFound(options, ledger));
  else await printLines(logLines(receipts, timeZone, io.stdout.columns ?? 80), options, io);
  return 0;
}
