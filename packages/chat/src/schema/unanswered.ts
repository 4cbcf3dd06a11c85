import { type ChatCompletion, ChatError, type ChatRequest } from '@farebox/core';
import type { ExchangeEnd } from '../exchange.js';
import { cutOff } from '../on-length/cut-off.js';

/** Why a reply has no value that could be looked for: it is refused, filtered, cut off, or calls tools. */
export function unanswered(
  { completion, stopped = 'answer' }: ExchangeEnd,
  request: ChatRequest,
): ChatError | undefined {
  const [choice] = completion.choices;
  if (choice?.message.refusal) return refused(completion);
  if (choice?.finish_reason === 'content_filter') return filtered(completion);
  if (choice?.finish_reason === 'length') return cutOff(completion, request);
  const calls = choice?.message.tool_calls?.length ?? 0;
  if (stopped !== 'answer' || calls > 0) return callsTools(completion, calls, stopped);
  return undefined;
}

function refused(completion: ChatCompletion): ChatError {
  return new ChatError({
    kind: 'refusal',
    message: 'The model refused to answer.',
    fix: 'Rephrase the prompt; what the model said is in error.partial.',
    delivered: true,
    partial: completion,
  });
}

function filtered(completion: ChatCompletion): ChatError {
  return new ChatError({
    kind: 'content-filter',
    message: "The provider's content filter stopped the answer.",
    fix: 'Rephrase the prompt; what had arrived is in error.partial.',
    delivered: true,
    partial: completion,
  });
}

function callsTools(completion: ChatCompletion, calls: number, stopped: string): ChatError {
  return new ChatError({
    kind: 'schema',
    code: 'tool-calls',
    message: `The reply calls tools (${calls}) and is no answer: ${stopped === 'answer' ? 'tool-calls' : stopped}.`,
    fix: "Raise toolLoop.maxTurns, give only tools that run here, or tool_choice: 'none'; the calls are in error.partial.",
    delivered: true,
    partial: completion,
  });
}
