import type { ChatMessage } from '@farebox/core';
import type { KeptMessage } from './kept-message.js';
import { toAssistantMessage } from './to-assistant-message.js';
import type { Turn } from './turn.js';

/** The messages of a turn as providers accept them: each call of a tool with its result, or neither. */
export function sentMessages(
  { question, replies }: Pick<Turn, 'question' | 'replies'>,
  nowMs: number,
): ChatMessage[] {
  const called = new Set(
    replies
      .flatMap((reply) => (isReply(reply) ? (reply.tool_calls ?? []) : []))
      .map(({ id }) => id),
  );
  const results = replies
    .filter((reply) => reply.role === 'tool')
    .map((result) => result.tool_call_id);
  const answeredCalls = new Set(results.filter((id) => called.has(id)));
  const withReasoning = answeredCalls.size > 0;
  const sent = replies.flatMap((reply): ChatMessage[] => {
    if (isReply(reply)) return [toAssistantMessage(reply, { nowMs, answeredCalls, withReasoning })];
    return reply.role !== 'tool' || answeredCalls.has(reply.tool_call_id) ? [reply] : [];
  });
  return [question, ...sent];
}

function isReply(message: KeptMessage): message is Extract<KeptMessage, { role: 'assistant' }> {
  return message.role === 'assistant';
}
