import { ChatError, type ChatMessage, system, type UserPart, user } from '@farebox/core';

/** A question: plain text, the parts of a user message, or a whole conversation. */
export type Prompt = string | readonly UserPart[] | readonly ChatMessage[];

/**
 * The messages to send: the client's system message first, then the prompt.
 *
 * A conversation that has a system message of its own keeps it, and the client's is left out.
 *
 * @throws {ChatError} `configuration` for an empty prompt.
 */
export function toMessages(prompt: Prompt, systemPrompt: string | undefined): ChatMessage[] {
  checkPrompt(prompt, 'Pass a question as a string, or a list of messages.');
  const messages = typeof prompt === 'string' ? [user(prompt)] : fromList(prompt);
  const hasOwn = messages.some(({ role }) => role === 'system' || role === 'developer');
  return systemPrompt === undefined || hasOwn ? messages : [system(systemPrompt), ...messages];
}

/** @throws {ChatError} `configuration` for an empty one, and for what is none, such as a field that was undefined. */
export function checkPrompt(prompt: unknown, fix: string): void {
  const isPrompt = typeof prompt === 'string' || Array.isArray(prompt);
  const odd = Array.isArray(prompt)
    ? prompt.findIndex((one) => typeof one !== 'object' || one === null)
    : -1;
  if (isPrompt && prompt.length > 0 && odd === -1) return;
  const what =
    odd === -1
      ? isPrompt
        ? 'is empty'
        : `is ${prompt === null ? 'null' : typeof prompt}`
      : `has an element ${odd} that is neither a message nor a part of one`;
  throw new ChatError({ kind: 'configuration', message: `The prompt ${what}.`, fix });
}

function fromList(prompt: readonly UserPart[] | readonly ChatMessage[]): ChatMessage[] {
  return isConversation(prompt) ? [...prompt] : [user([...prompt])];
}

function isConversation(
  prompt: readonly UserPart[] | readonly ChatMessage[],
): prompt is readonly ChatMessage[] {
  return prompt[0] !== undefined && 'role' in prompt[0];
}
