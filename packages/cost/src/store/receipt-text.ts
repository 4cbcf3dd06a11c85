import type { InvoiceLine } from '@farebox/core';
import type { Receipt } from '../receipt.js';

/**
 * A receipt as JSON text, but for its place in the store. Amounts of money are digits in text, because JSON
 * numbers are floats; where they stand is known, so no text is taken for an amount.
 */
export function receiptToText({ sequence: _, ...receipt }: Receipt): string {
  const { cost, reserved, lines } = receipt;
  return JSON.stringify({
    ...receipt,
    reserved: String(reserved),
    cost: cost.known === 'unknown' ? cost : { ...cost, amount: String(cost.amount) },
    lines: lines?.map(({ unitPrice, amount, ...line }) => {
      return { ...line, unitPrice: String(unitPrice), amount: String(amount) };
    }),
  });
}

export function receiptFromText(text: string, sequence: number): Receipt {
  const { cost, reserved, lines, ...receipt } = JSON.parse(text);
  return {
    ...receipt,
    sequence,
    reserved: BigInt(reserved),
    cost: cost.known === 'unknown' ? cost : { ...cost, amount: BigInt(cost.amount) },
    ...(lines !== undefined && { lines: lines.map(toLine) }),
  };
}

function toLine(line: Record<keyof InvoiceLine, string>): InvoiceLine {
  return { ...line, unitPrice: BigInt(line.unitPrice), amount: BigInt(line.amount) } as never;
}
