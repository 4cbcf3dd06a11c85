import type { PartialCompletion } from '@farebox/core';

/**
 * A reply whose text goes on from `before`.
 *
 * Without `usage`: what the provider reports is of the last part alone, with the text before it
 * counted as prompt, and would be taken for the whole.
 */
export function joinReplies<Reply extends PartialCompletion>(before: string, reply: Reply): Reply {
  const { usage: _, ...joined } = reply;
  const choices = reply.choices.map((choice) => {
    if (choice.index !== 0) return choice;
    const { message } = choice;
    return { ...choice, message: { ...message, content: before + (message.content ?? '') } };
  });
  return { ...joined, choices } as Reply;
}
