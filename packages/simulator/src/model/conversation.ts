import type { ChatMessage } from '@farebox/core';

/** No pattern looks further into a text than this: hostile prompts must not cost time. */
const maximumCharacters = 8_000;

/** What the model reads of a conversation. */
export interface Conversation {
  /** All system and developer messages. */
  readonly instructions: string;
  /** The last user message. */
  readonly prompt: string;
}

/** Takes the instructions and the last question out of the messages. */
export function readConversation(messages: readonly ChatMessage[]): Conversation {
  const instructions = messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(textOf)
    .join('\n');
  const last = messages.findLast(({ role }) => role === 'user');
  return {
    instructions: instructions.slice(0, maximumCharacters),
    prompt: last === undefined ? '' : textOf(last).slice(0, maximumCharacters),
  };
}

function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('\n');
}
