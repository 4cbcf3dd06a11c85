import { type AssistantMessage, type ChatMessage, system, tool, user } from '@farebox/core';
import type { Role, SetupMessage } from './setup.js';

/**
 * The messages of the form as they are sent. A system message without a word is none; everything else goes as it stands.
 */
export function toChatMessages(messages: readonly SetupMessage[]): ChatMessage[] {
  return messages
    .filter(({ role, content }) => role !== 'system' || content !== '')
    .map((message) => toChatMessage[message.role](message));
}

const toChatMessage: Readonly<Record<Role, (message: SetupMessage) => ChatMessage>> = {
  system: ({ content }) => system(content),
  user: ({ content }) => user(content),
  assistant: assistantMessage,
  tool: ({ toolCallId, content }) => tool(toolCallId, content),
};

function assistantMessage({ content, toolCalls }: SetupMessage): AssistantMessage {
  if (toolCalls.length === 0) return { role: 'assistant', content };
  return {
    role: 'assistant',
    content: content === '' ? null : content,
    tool_calls: toolCalls.map(({ id, name, arguments: text }) => ({
      id,
      type: 'function',
      function: { name, arguments: text },
    })),
  };
}
