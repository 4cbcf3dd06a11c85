import type { ConversationJson, TurnJson } from './conversation-json.js';
import type { ConversationState } from './read-conversation.js';
import type { Turn } from './turn.js';

/** The state as plain JSON, deep: nothing of it is shared with the conversation. */
export function writeConversation(state: ConversationState): ConversationJson {
  const { system, turns, unanswered, summary, spending } = state;
  return structuredClone({
    version: 1,
    ...(system !== undefined && { system }),
    turns: turns.map(writeTurn),
    ...(unanswered !== undefined && { unanswered }),
    ...(summary !== undefined && { summary }),
    cost: String(spending.amount),
    ...(!spending.isKnown && { costIsPartial: true as const }),
  });
}

function writeTurn({
  question,
  replies,
  finishReason,
  model,
  attempts,
  usage,
  cost,
}: Turn): TurnJson {
  return {
    messages: [question, ...replies],
    finishReason,
    model,
    attempts,
    usage,
    ...(cost !== undefined && { cost: String(cost) }),
  };
}
