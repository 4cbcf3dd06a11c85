import {
  type Catalogue,
  findPrice,
  formatMessages,
  maxCost,
  type Picodollars,
  user,
} from '@farebox/core';
import { boundTokens } from '@farebox/core/bound';
import type { Question } from '../ask/question.js';

/** The messages that a question is sent as. */
export function messagesOf({ system, prompt }: Question) {
  return system === '' ? [user(prompt)] : formatMessages(system, prompt);
}

/** What a question can cost at most: what its call will set aside. Undefined without a price or a sound ceiling. */
export function worstCase(prices: Catalogue, question: Question): Picodollars | undefined {
  const { model, maxOutputTokens } = question;
  const price = findPrice(prices, { model });
  if (price.kind === 'unknown' || !isCeiling(maxOutputTokens)) return undefined;
  const messages = messagesOf(question);
  return maxCost(boundTokens({ model, messages, max_completion_tokens: maxOutputTokens }), price);
}

function isCeiling(tokens: number): boolean {
  return Number.isSafeInteger(tokens) && tokens > 0;
}
