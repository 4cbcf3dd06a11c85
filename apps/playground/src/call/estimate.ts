import {
  type Catalogue,
  type ChatMessage,
  findPrice,
  invoice,
  type Picodollars,
  utf8Length,
} from '@farebox/core';

/** A guess at what a call has used so far, until its receipt is there. */
export interface Estimate {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Undefined for a model without a price. */
  readonly cost: Picodollars | undefined;
}

/** English and code average about four bytes to a token. */
const bytesPerToken = 4;
/** The frame of a message: its role and two marks. */
const tokensPerMessage = 4;

/**
 * Tokens and cost of a prompt and the part of its answer that has arrived, by their length.
 *
 * A guess, to be shown as one: only the provider's usage is a count.
 */
export function estimate(
  prices: Catalogue,
  model: string,
  messages: readonly ChatMessage[],
  answer: string,
  at: number,
): Estimate {
  const inputTokens = messages.reduce(
    (sum, { content }) =>
      sum + tokensPerMessage + tokensIn(typeof content === 'string' ? content : ''),
    0,
  );
  const outputTokens = tokensIn(answer);
  const price = findPrice(prices, { model, at });
  const usage = { 'input.text.fresh': inputTokens, 'output.text': outputTokens };
  const bill = price.kind === 'price' ? invoice(usage, price) : price;
  const cost = bill.kind === 'invoice' ? bill.total : undefined;
  return { inputTokens, outputTokens, cost };
}

function tokensIn(text: string): number {
  return Math.ceil(utf8Length(text) / bytesPerToken);
}
