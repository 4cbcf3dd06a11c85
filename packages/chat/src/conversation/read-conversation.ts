import { ChatError, type UserMessage } from '@farebox/core';
import type { Summary } from './history.js';
import { readMessage } from './read-message.js';
import { SavedValue } from './saved-value.js';
import { Spending } from './spending.js';
import { type Turn, toTurn } from './turn.js';

/** A question without an answer. */
export interface Unanswered {
  readonly question: UserMessage;
  /** The number of turns before it. */
  readonly at: number;
}

/** What a conversation is made of. */
export interface ConversationState {
  readonly system: string | undefined;
  readonly turns: readonly Turn[];
  readonly unanswered: Unanswered | undefined;
  readonly summary: Summary | undefined;
  readonly spending: Spending;
}

const finishReasons = ['stop', 'length', 'tool_calls', 'content_filter', 'function_call'] as const;

/**
 * Reads what `toJSON()` gave, from whatever was parsed.
 *
 * @throws {ChatError} `configuration`; the message has the path of what is wrong, and nothing of what is there.
 */
export function readConversation(json: unknown): ConversationState {
  const saved = new SavedValue(json, '');
  const version = saved.field('version').count();
  if (version !== 1) {
    throw new ChatError({
      kind: 'configuration',
      code: 'saved-conversation',
      message: `The saved conversation has version ${version}; this release reads version 1.`,
      fix: 'Load it with the release of @farebox/chat that saved it, or a newer one.',
    });
  }
  const turns = saved.field('turns').list().map(readTurn);
  return {
    system: saved.field('system').optional((value) => value.text()),
    turns,
    unanswered: saved.field('unanswered').optional((value) => ({
      question: readQuestion(value.field('question')),
      at: readTurnCount(value.field('at'), turns.length),
    })),
    summary: saved.field('summary').optional((value) => ({
      turns: readTurnCount(value.field('turns'), turns.length),
      text: value.field('text').text(),
    })),
    spending: new Spending(saved.field('cost').amount(), saved.field('costIsPartial').isMissing),
  };
}

function readTurn(saved: SavedValue): Turn {
  const messages = saved.field('messages');
  const [first, ...rest] = messages.list();
  if (first === undefined || rest.length === 0) throw messages.wrong('has no answer');
  const question = readQuestion(first);
  const replies = rest.map(readMessage);
  if (replies.at(-1)?.role !== 'assistant') throw messages.wrong('does not end with the answer');
  const usage = saved.field('usage');
  return toTurn({
    question,
    replies,
    finishReason: saved.field('finishReason').oneOf(...finishReasons),
    model: saved.field('model').text(),
    attempts: saved.field('attempts').count(),
    usage: {
      inputTokens: usage.field('inputTokens').count(),
      cachedInputTokens: usage.field('cachedInputTokens').count(),
      outputTokens: usage.field('outputTokens').count(),
      totalTokens: usage.field('totalTokens').count(),
    },
    cost: saved.field('cost').optional((value) => value.amount()),
  });
}

function readQuestion(saved: SavedValue): UserMessage {
  saved.field('role').oneOf('user');
  return readMessage(saved) as UserMessage;
}

function readTurnCount(saved: SavedValue, most: number): number {
  const turns = saved.count();
  if (turns > most) throw saved.wrong('is more than there are turns');
  return turns;
}
