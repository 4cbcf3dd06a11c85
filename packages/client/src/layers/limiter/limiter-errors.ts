import { abortError, ChatError } from '@farebox/core';

/** More than a whole minute allows: no wait would help. */
export function neverFits(model: string, tokens: number, perMinute: number): ChatError {
  return new ChatError({
    kind: 'configuration',
    code: 'never-fits',
    message: `The call needs about ${Math.ceil(tokens)} tokens with its answer, and ${model} may take ${perMinute} a minute: it would wait for ever.`,
    fix: 'Lower max_completion_tokens, shorten the prompt, or raise tokensPerMinute if the provider allows more.',
    attempts: 0,
  });
}

export function beyondDeadline(model: string, waitMs: number, remainingMs: number): ChatError {
  return new ChatError({
    kind: 'rate-limit',
    code: 'limiter',
    message: `Nothing was sent: ${model} is free for this call in ${waitMs / 1000} s at the earliest, and its deadline is in ${Math.max(0, Math.ceil(remainingMs)) / 1000} s.`,
    fix: 'Send fewer calls at once, raise the deadline, or raise the limits if the provider allows more.',
    retryAfterMs: waitMs,
    gaveUp: 'deadline',
    attempts: 0,
  });
}

/** What a wait ends with when it is aborted: a fact for whoever pays, nothing has left. */
export function abortedWait(signal: AbortSignal | undefined): ChatError {
  return abortError(signal).with({ code: 'not-sent', attempts: 0 });
}
