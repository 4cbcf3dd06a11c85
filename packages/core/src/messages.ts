import type {
  AssistantMessage,
  DeveloperMessage,
  SystemMessage,
  ToolMessage,
  UserMessage,
} from './wire/message.js';

/** A system message: how the model should behave, whatever the user asks. */
export function system(content: SystemMessage['content']): SystemMessage {
  return { role: 'system', content };
}

/** A developer message: what reasoning models take in place of a system message. */
export function developer(content: DeveloperMessage['content']): DeveloperMessage {
  return { role: 'developer', content };
}

/**
 * A user message, from text or from parts.
 *
 * @example
 * user([
 *   { type: 'text', text: 'What is in this picture?' },
 *   { type: 'image_url', image_url: { url: 'https://example.com/cat.png' } },
 * ]);
 */
export function user(content: UserMessage['content']): UserMessage {
  return { role: 'user', content };
}

/** An assistant message: what the model answered before, for a conversation with memory. */
export function assistant(content: NonNullable<AssistantMessage['content']>): AssistantMessage {
  return { role: 'assistant', content };
}

/**
 * A tool's result, in answer to the call with this id.
 *
 * Providers refuse it unless the assistant message with that call stands before it.
 */
export function tool(toolCallId: string, content: ToolMessage['content']): ToolMessage {
  return { role: 'tool', content, tool_call_id: toolCallId };
}

/**
 * The two messages of a first call: how to behave, and what is asked.
 *
 * @example
 * formatMessages('You are a tutor.', 'What is a loop?');
 * // => [{ role: 'system', content: 'You are a tutor.' }, { role: 'user', content: 'What is a loop?' }]
 */
export function formatMessages(
  systemPrompt: string,
  userPrompt: string,
): [SystemMessage, UserMessage] {
  return [
    { role: 'system', content: systemPrompt },
    { role: 'user', content: userPrompt },
  ];
}
