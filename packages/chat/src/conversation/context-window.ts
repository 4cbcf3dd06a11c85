import { ChatError, type ChatRequest } from '@farebox/core';

/** How much of the window is left to the answer where no ceiling says it, at most. */
const shareOfAnswer = 4;

/**
 * How many tokens the prompt may have: the window, without what the answer needs.
 *
 * That is `max_completion_tokens` for each choice, else a quarter of the window, or what the model can write if that is less.
 *
 * @throws {ChatError} `configuration` when the ceiling alone fills the window.
 */
export function promptRoom(
  request: ChatRequest,
  window: number,
  maxOutputTokens: number | undefined,
): number {
  const asked = request.max_completion_tokens ?? request.max_tokens ?? undefined;
  const share = Math.floor(window / shareOfAnswer);
  const answer = asked ?? Math.min(share, maxOutputTokens ?? share);
  if (answer < window) return window - answer;
  throw new ChatError({
    kind: 'configuration',
    message: `max_completion_tokens is ${answer}, which leaves no room for a prompt in a window of ${window} tokens.`,
    fix: 'Ask for a shorter answer, or name the window of the model: conversation({ context: { maxTokens } }).',
  });
}
