import type { ChatMessage } from '@farebox/core';
import { invalidRequest, type Refusal } from '../refusal/refusal.js';

/**
 * Refuses a conversation whose tool calls and tool results do not pair up.
 *
 * Every call needs its result before anything else is said.
 * @throws {Refusal} 400.
 */
export function checkToolMessages(messages: readonly ChatMessage[]): void {
  let open = new Set<string>();
  messages.forEach((message, index) => {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) {
        throw invalidRequest(
          "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
          `messages.[${index}].role`,
          null,
        );
      }
      return;
    }
    if (open.size > 0) throw unanswered(open);
    if (message.role === 'assistant') {
      open = new Set(message.tool_calls?.map(({ id }) => id));
    }
  });
  if (open.size > 0) throw unanswered(open);
}

function unanswered(ids: ReadonlySet<string>): Refusal {
  return invalidRequest(
    `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${[...ids].join(', ')}`,
    'messages',
    null,
  );
}
