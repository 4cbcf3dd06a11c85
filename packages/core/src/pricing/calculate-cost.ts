import { ChatError } from '../errors/chat-error.js';
import { toUsd } from '../money/money.js';
import { coursePrices } from './course-prices.js';
import { invoice } from './invoice.js';

/**
 * What a call costs, in US dollars as a number, for the two models of the crash course.
 *
 * Any other model is priced as gpt-4o-mini, which may be far too low: this is for learning. For real
 * money take `findPrice` and `invoice`, which say `unknown` instead of guessing, and stay exact.
 *
 * @throws {ChatError} `configuration` when a token count is no whole number of 0 or more.
 * @example
 * calculateCost(1000, 500); // => 0.00045
 * calculateCost(1_000_000, 1_000_000, 'gpt-4o'); // => 12.5
 */
export function calculateCost(
  inputTokens: number,
  outputTokens: number,
  model = 'gpt-4o-mini',
): number {
  for (const [name, tokens] of Object.entries({ inputTokens, outputTokens })) {
    if (Number.isSafeInteger(tokens) && tokens >= 0) continue;
    throw new ChatError({
      kind: 'configuration',
      message: `${name} must be a whole number of 0 or more, and is ${String(tokens)}.`,
    });
  }
  const price = coursePrices[model === 'gpt-4o' ? 'gpt-4o' : 'gpt-4o-mini'];
  const usage = { 'input.text.fresh': inputTokens, 'output.text': outputTokens };
  const bill = invoice(usage, price);
  if (bill.kind === 'unknown') throw new TypeError(`The course has no rate for ${bill.leaf}.`);
  return toUsd(bill.total);
}
