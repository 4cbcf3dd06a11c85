import type { InvoiceLine } from '@farebox/core';
import type { Settlement } from '../receipt.js';

/**
 * A settlement as JSON text, without its content, which is stored apart. Amounts of money are digits in text, because JSON numbers are floats; where they
 * stand is known, so no text is taken for an amount.
 */
export function settlementToText(settlement: Settlement): string {
  const { content: _, cost, lines, ...rest } = settlement;
  return JSON.stringify({
    ...rest,
    cost: cost.known === 'unknown' ? cost : { ...cost, amount: String(cost.amount) },
    lines: lines?.map(({ unitPrice, amount, ...line }) => {
      return { ...line, unitPrice: String(unitPrice), amount: String(amount) };
    }),
  });
}

export function settlementFromText(text: string): Settlement {
  const { cost, lines, ...settlement } = JSON.parse(text);
  return {
    ...settlement,
    cost: cost.known === 'unknown' ? cost : { ...cost, amount: BigInt(cost.amount) },
    ...(lines !== undefined && { lines: lines.map(toLine) }),
  };
}

function toLine(line: Record<keyof InvoiceLine, string>): InvoiceLine {
  return { ...line, unitPrice: BigInt(line.unitPrice), amount: BigInt(line.amount) } as never;
}
