import { ChatError } from '@farebox/core';
import type { Ledger, Receipt } from '@farebox/cost';
import type { Io } from '../io/io.js';
import { print } from '../io/print.js';
import { printLines } from '../io/print-lines.js';
import { ownTimeZone } from '../options/time-zone.js';
import { jsonText } from '../report/json-text.js';
import { receiptJson } from '../report/receipt-data.js';
import { receiptLines } from '../report/receipt-lines.js';
import type { AppearanceOptions } from '../terminal/appearance.js';
import { paragraphs } from '../terminal/line-styles.js';
import { oneLine } from '../terminal/one-line.js';

export interface LogsShowOptions extends AppearanceOptions {
  readonly timeZone?: string;
  readonly json?: boolean;
}

/**
 * Prints everything of a receipt, or of all attempts of a call; prompts and answers where they are stored.
 *
 * @param word the number that `logs` has for a receipt, its id, or the id of a call.
 * @throws {ChatError} `configuration` when there is none like that.
 */
export async function logsShow(
  word: string,
  options: LogsShowOptions,
  ledger: Ledger,
  io: Io,
): Promise<0> {
  const { timeZone = ownTimeZone(), json } = options;
  const receipts = await receiptsCalled(word, ledger);
  if (receipts.length === 0) throw noReceipt(word);
  if (json) {
    await print(io.stdout, jsonText({ kind: 'receipts', receipts: receipts.map(receiptJson) }));
  } else {
    const columns = io.stdout.columns ?? 80;
    const lines = receipts.map((one) => receiptLines(one, timeZone, columns));
    await printLines(paragraphs(lines), options, io);
  }
  return 0;
}

/** With what was asked and answered, where that is stored. */
const content = true;

async function receiptsCalled(word: string, ledger: Ledger): Promise<readonly Receipt[]> {
  if (/^\d{1,15}$/.test(word)) {
    const sequence = Number(word);
    const next = await ledger.receipts({ after: sequence - 1, limit: 1, content });
    if (next[0]?.sequence === sequence) return next;
  }
  const ofCall = await ledger.receipts({ callId: word, content });
  if (ofCall.length > 0) return ofCall;
  // The id of a receipt is that of its call and its attempt: call_x/2.
  const siblings = await ledger.receipts({ callId: word.slice(0, word.lastIndexOf('/')), content });
  return siblings.filter(({ id }) => id === word);
}

function noReceipt(word: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `There is no receipt "${oneLine(word)}", nor a call of that name.`,
    fix: 'farebox logs lists receipts with their numbers; what was pruned is not among them.',
  });
}
