import { setImmediate as nextTurn } from 'node:timers/promises';
import { ChatError } from '@farebox/core';
import type { Ledger, Receipt } from '@farebox/cost';
import { fileOutput } from '../io/file-output.js';
import type { Io } from '../io/io.js';
import { printExactly } from '../io/print.js';
import { askedReceipts, type ReceiptOptions } from '../options/receipt-options.js';
import { csvLines } from '../report/csv.js';
import { jsonText } from '../report/json-text.js';
import { receiptCells, receiptColumns, receiptJson } from '../report/receipt-data.js';
import { receiptPages } from '../report/receipt-pages.js';

export interface LogsExportOptions extends ReceiptOptions {
  readonly csv?: boolean;
  readonly jsonl?: boolean;
  /** A path; standard output without one. */
  readonly output?: string;
}

/**
 * Writes all receipts, the oldest first, a few at a time: memory does not grow with them. JSON has what
 * was asked and answered, where that is stored; cells of a spreadsheet have no room for it.
 *
 * @throws {ChatError} `aborted` after Ctrl-C: what was written is then not all.
 */
export async function logsExport(options: LogsExportOptions, ledger: Ledger, io: Io): Promise<0> {
  const { csv, jsonl, output } = options;
  if (csv === jsonl) throw oneForm();
  const { filter } = askedReceipts(options, io.clock.now());
  const texts = exported(csv ? 'csv' : 'jsonl', receiptPages(ledger, filter, !csv));
  if (output !== undefined) {
    const file = await fileOutput(output, io.workingFolder());
    try {
      for await (const text of texts) {
        await endIfInterrupted(io);
        await file.write(text);
      }
    } finally {
      await file.close();
    }
    return 0;
  }
  for await (const text of texts) {
    await endIfInterrupted(io);
    await printExactly(io.stdout, text);
    if (io.stdout.broken.aborted) break;
  }
  return 0;
}

async function* exported(
  form: 'csv' | 'jsonl',
  pages: AsyncIterable<readonly Receipt[]>,
): AsyncGenerator<string, void> {
  if (form === 'csv') yield csvLines([receiptColumns]);
  for await (const page of pages) {
    yield form === 'csv'
      ? csvLines(page.map(receiptCells))
      : page.map((receipt) => `${jsonText(receiptJson(receipt))}\n`).join('');
  }
}

async function endIfInterrupted({ interrupted }: Io): Promise<void> {
  // SQLite and files are read and written without a pause, in which a Ctrl-C could be heard.
  await nextTurn();
  if (!interrupted.aborted) return;
  throw new ChatError({ kind: 'aborted', message: 'Interrupted: not everything was written.' });
}

function oneForm(): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: 'An export has one form, --csv or --jsonl.',
    fix: 'Write it as in farebox logs export --csv --output receipts.csv.',
  });
}
