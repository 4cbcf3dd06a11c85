import type { Picodollars } from '../money/money.js';
import { leaves, type UsageLeaves } from '../usage/usage.js';
import type { CompletionUsage } from '../wire/completion.js';
import type { DatedPrices } from './catalogue.js';

/** One kind of token on an invoice. */
export interface InvoiceLine {
  readonly what: keyof UsageLeaves;
  /** How many tokens. */
  readonly units: number;
  readonly unitPrice: Picodollars;
  readonly amount: Picodollars;
}

export interface Invoice {
  /** Only what was used: no line has 0 units. */
  readonly lines: readonly InvoiceLine[];
  /** Exactly the sum of the lines. */
  readonly total: Picodollars;
}

/**
 * What usage costs, line by line, to the picodollar.
 *
 * Each token is on one line only: cached input is not in fresh input, reasoning is in output.
 *
 * @throws {ChatError} `protocol` when the usage does not add up; see {@link leaves}.
 * @example
 * const usage = { prompt_tokens: 1000, completion_tokens: 500, total_tokens: 1500 };
 * const price = findPrice(openaiPrices, { model: 'gpt-4o-mini' });
 * if (price.kind === 'price') formatUsd(invoice(usage, price).total); // => '0.00045'
 */
export function invoice(usage: CompletionUsage, price: Pick<DatedPrices, 'perToken'>): Invoice {
  const tokens = leaves(usage);
  const lines = (['freshInput', 'cachedInput', 'output'] as const)
    .filter((what) => tokens[what] > 0)
    .map((what) => {
      const units = tokens[what];
      const unitPrice = price.perToken[what];
      return { what, units, unitPrice, amount: BigInt(units) * unitPrice };
    });
  return { lines, total: lines.reduce((sum, { amount }) => sum + amount, 0n) };
}
