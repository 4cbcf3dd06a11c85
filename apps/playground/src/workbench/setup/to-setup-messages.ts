import type { ChatMessage } from '@farebox/core';
import { newMessage, type SetupMessage } from './setup.js';

/** Messages of a run as the form has them, with keys from `firstKey` on. What the form has no field for is left out. */
export function toSetupMessages(
  messages: readonly ChatMessage[],
  firstKey: number,
): readonly SetupMessage[] {
  return messages.flatMap((message, index) => {
    const { role } = message;
    if (role === 'function') return [];
    const own = newMessage(
      firstKey + index,
      role === 'developer' ? 'system' : role,
      textOf(message),
    );
    if (message.role === 'tool') return [{ ...own, toolCallId: message.tool_call_id }];
    if (message.role !== 'assistant') return [own];
    const toolCalls = (message.tool_calls ?? []).flatMap((call) =>
      call.type === 'function'
        ? [{ id: call.id, name: call.function.name, arguments: call.function.arguments }]
        : [],
    );
    return [{ ...own, toolCalls }];
  });
}

function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}
