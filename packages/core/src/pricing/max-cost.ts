import { ChatError } from '../errors/chat-error.js';
import type { Picodollars } from '../money/money.js';
import type { TokenBound } from '../usage/bound.js';
import type { DatedPrices } from './catalogue.js';

/**
 * The most that a request within this bound can cost: what to reserve before it leaves.
 *
 * All input is priced at the dearest input rate, because nobody knows beforehand what is cached.
 *
 * @throws {ChatError} `configuration` when the bound has unbounded parts; the message names them.
 * @example
 * const bound = { inputTokens: 1000, outputTokens: 500, unbounded: [] };
 * const price = findPrice(openaiPrices, { model: 'gpt-4o-mini' });
 * if (price.kind === 'price') formatUsd(maxCost(bound, price)); // => '0.00045'
 */
export function maxCost(bound: TokenBound, price: Pick<DatedPrices, 'perToken'>): Picodollars {
  if (bound.unbounded.length > 0) {
    throw new ChatError({
      kind: 'configuration',
      code: 'unbounded',
      message: `The request has no cost ceiling: ${bound.unbounded.join(', ')}.`,
      fix: 'Set max_completion_tokens and leave out what has no bound, or send it without a budget.',
    });
  }
  const { freshInput, cachedInput, output } = price.perToken;
  let input = freshInput;
  if (cachedInput > input) input = cachedInput;
  return BigInt(bound.inputTokens) * input + BigInt(bound.outputTokens) * output;
}
