import type { ChatRequest, PartialCompletion } from '@farebox/core';
import { expectedInput } from '@farebox/core/bound';

/**
 * What a request takes from the tokens of a minute before it is answered: its prompt, about, and the
 * most that was asked for.
 *
 * So counts OpenAI, whatever the answer then uses. Without `max_completion_tokens` the answer is not in it.
 */
export function requestCost(request: ChatRequest): number {
  const { textTokens, imageTokens, audioTokens } = expectedInput(request);
  const ceiling = request.max_completion_tokens ?? request.max_tokens ?? 0;
  const answers = ceiling * (request.n ?? 1);
  // A number that is none is for the provider to refuse: here it would spoil the count of all calls.
  const isNumber = Number.isFinite(answers) && answers >= 0;
  return textTokens + imageTokens + audioTokens + (isNumber ? answers : 0);
}

/** What the provider says the call used; `undefined` if it does not, or not in numbers. */
export function usedTokens(reply: PartialCompletion): number | undefined {
  const { prompt_tokens: input, completion_tokens: output } = reply.usage ?? {};
  const total = Number(input) + Number(output);
  return Number.isFinite(total) && total >= 0 ? total : undefined;
}
