import { type ChatCompletion, ChatError, type ChatRequest } from '@farebox/core';

/** An answer that was cut off at the output ceiling, where that is an error. */
export function cutOff(completion: ChatCompletion, request: ChatRequest): ChatError {
  const tokens = completion.usage?.completion_tokens;
  const ceiling = request.max_completion_tokens ?? request.max_tokens ?? undefined;
  return new ChatError({
    kind: 'truncated',
    code: 'length',
    message: `The answer was cut off at the output ceiling${tokens === undefined ? '' : `, after ${tokens} tokens`}.`,
    fix: `Raise max_completion_tokens${ceiling === undefined ? '' : ` (it is ${ceiling})`}, ask for less, or have it go on (onLength: 'continue', continuations); what had arrived is in error.partial.`,
    delivered: true,
    partial: completion,
  });
}
