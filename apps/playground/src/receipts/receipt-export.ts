import { formatUsd } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { csvLines } from './csv.js';
import { receiptTotal } from './receipt-total.js';

/** A receipt as `farebox logs export` writes it: exact dollars as text, UTC times, null for what is not known. */
function receiptJson(receipt: Receipt) {
  const { cost, usage, lines } = receipt;
  return {
    number: receipt.sequence,
    id: receipt.id,
    callId: receipt.callId,
    attempt: receipt.attempt,
    reservedAt: new Date(receipt.reservedAt).toISOString(),
    settledAt: new Date(receipt.settledAt).toISOString(),
    model: receipt.model,
    outcome: receipt.outcome,
    finishReason: receipt.finishReason ?? null,
    costUsd: cost.known === 'unknown' ? null : formatUsd(cost.amount),
    costKnown: cost.known,
    reservedUsd: formatUsd(receipt.reserved),
    usage: usage ?? null,
    lines:
      lines?.map(({ what, units, unitPrice, amount }) => ({
        what,
        units,
        unitPriceUsd: formatUsd(unitPrice),
        amountUsd: formatUsd(amount),
      })) ?? null,
    requestId: receipt.requestId ?? null,
    tags: receipt.tags,
  };
}

/** The receipts and what they come to, as JSON. */
export function receiptsJson(receipts: readonly Receipt[]): string {
  const file = { receipts: receipts.map(receiptJson), total: receiptTotal(receipts) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The receipts as CSV, a line each; what has parts is JSON in its cell. */
export function receiptsCsv(receipts: readonly Receipt[]): string {
  const rows = receipts.map(receiptJson);
  const cells = rows.map((row) => Object.values(row).map(cellOf));
  const [first] = rows;
  if (first === undefined) return '';
  return csvLines([Object.keys(first).map(snakeCase), ...cells]);
}

function cellOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
