import type { PartialCompletion } from '@farebox/core';
import { withoutRepetition } from './repetition.js';

/** The text of streams before, where the current one goes on from it, and whether that begins with it again. */
export interface Joint {
  readonly before: string;
  readonly repeats: boolean;
}

/**
 * A reply whose text goes on from `before`.
 *
 * Without `usage`: what the provider reports is of the last part alone, with the text before it
 * counted as prompt, and would be taken for the whole.
 */
export function joinReplies<Reply extends PartialCompletion>(
  { before, repeats }: Joint,
  reply: Reply,
): Reply {
  const { usage: _, ...joined } = reply;
  const choices = reply.choices.map((choice) => {
    if (choice.index !== 0) return choice;
    const { message } = choice;
    const after = message.content ?? '';
    const added = repeats ? withoutRepetition(before, after) : after;
    return { ...choice, message: { ...message, content: before + added } };
  });
  return { ...joined, choices } as Reply;
}
