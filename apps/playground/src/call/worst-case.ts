import { type Catalogue, findPrice, formatMessages, type Picodollars, user } from '@farebox/core';
import { boundTokens, maxCost } from '@farebox/core/bound';
import type { Question } from '../ask/question.js';

/** The messages that a question is sent as. */
export function messagesOf({ system, prompt }: Question) {
  return system === '' ? [user(prompt)] : formatMessages(system, prompt);
}

/** What a question can cost at most: what its call will set aside. Undefined without a price or a sound ceiling. */
export function worstCase(
  prices: Catalogue,
  question: Question,
  at: number,
): Picodollars | undefined {
  const { model, maxOutputTokens } = question;
  const price = findPrice(prices, { model, at });
  if (price.kind === 'unknown' || !isCeiling(maxOutputTokens)) return undefined;
  const messages = messagesOf(question);
  return maxCost(boundTokens({ model, messages, max_completion_tokens: maxOutputTokens }), price);
}

function isCeiling(tokens: number): boolean {
  return Number.isSafeInteger(tokens) && tokens > 0;
}
