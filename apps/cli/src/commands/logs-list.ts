import type { Ledger } from '@farebox/cost';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { askedReceipts, type ReceiptOptions } from '../options/receipt-options.js';
import { jsonText } from '../report/json-text.js';
import { logLines } from '../report/log-lines.js';
import { nothingFound } from '../report/nothing-found.js';
import { receiptJson } from '../report/receipt-data.js';

export interface LogsListOptions extends ReceiptOptions {
  readonly count?: number;
  readonly json?: boolean;
}

/** Prints the newest receipts, the newest last, where the eye is when the command has ended. */
export async function logsList(options: LogsListOptions, ledger: Ledger, io: Io): Promise<0> {
  const { count = 20, json } = options;
  const { filter, timeZone } = askedReceipts(options, io.clock.now());
  const newest = await ledger.receipts({ ...filter, newestFirst: true, limit: count });
  const receipts = newest.toReversed();
  const text = json
    ? jsonText({ kind: 'logs', receipts: receipts.map(receiptJson) })
    : receipts.length === 0
      ? await nothingFound(options, ledger)
      : logLines(receipts, timeZone, io.stdout.columns ?? 80).join('\n');
  await print(io.stdout, text);
  return 0;
}
