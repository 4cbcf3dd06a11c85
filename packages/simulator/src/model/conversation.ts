import type { ChatMessage } from '@farebox/core';

/** No pattern looks further into a text than this: hostile prompts must not cost time. */
const maximumCharacters = 8_000;
/** How many user messages before the last are looked at. */
const maximumEarlier = 20;

/** What the model reads of a conversation. */
export interface Conversation {
  /** All system and developer messages. */
  readonly instructions: string;
  /** The last user message. */
  readonly prompt: string;
  /** The user messages before it, the latest first. */
  readonly earlier: readonly string[];
  /** Whether the model has answered before. */
  readonly answered: boolean;
}

/** Takes the instructions and the questions out of the messages. */
export function readConversation(messages: readonly ChatMessage[]): Conversation {
  const instructions = messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(textOf)
    .join('\n');
  const [prompt = '', ...earlier] = messages
    .filter(({ role }) => role === 'user')
    .slice(-1 - maximumEarlier)
    .map((message) => textOf(message).slice(0, maximumCharacters))
    .toReversed();
  return {
    instructions: instructions.slice(0, maximumCharacters),
    prompt,
    earlier,
    answered: messages.some(({ role }) => role === 'assistant'),
  };
}

/** What a message says in words; pictures, sound and files say nothing. */
export function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('\n');
}
