import type { ChatMessage, FinishReason, Picodollars } from '@farebox/core';
import { toUsd, type UserMessage } from '@farebox/core';
import type { Answer } from '../answer.js';
import type { TokenTotals } from '../token-totals.js';
import { type KeptMessage, keepMessage } from './kept-message.js';

/** One turn: a question, and everything until its answer. Frozen. */
export interface Turn {
  readonly question: UserMessage;
  /** After the question: calls of tools, their results, questions asked again; the answer last. */
  readonly replies: readonly KeptMessage[];
  /** The text of the answer; empty for one of tool calls, a refusal or sound. */
  readonly text: string;
  readonly finishReason: FinishReason;
  /** Whether the answer was cut off at the output ceiling. */
  readonly truncated: boolean;
  readonly model: string;
  readonly attempts: number;
  readonly usage: TokenTotals;
  /** What all attempts cost together; undefined where a part of it is unknown, which is not 0. */
  readonly cost: Picodollars | undefined;
  readonly costUsd: number | undefined;
}

export type TurnFacts = Omit<Turn, 'text' | 'truncated' | 'costUsd'>;

export function toTurn({ question, replies, finishReason, cost, ...facts }: TurnFacts): Turn {
  const answer = replies.at(-1);
  return Object.freeze({
    question,
    replies: Object.freeze([...replies]),
    text: typeof answer?.content === 'string' ? answer.content : '',
    finishReason,
    truncated: finishReason === 'length',
    ...facts,
    cost,
    costUsd: cost === undefined ? undefined : toUsd(cost),
  });
}

/** Of the answer the reply itself is kept: what of it goes back depends on when, and on what comes after it. */
export function turnOf(question: UserMessage, answer: Answer, said: readonly ChatMessage[]): Turn {
  const { finishReason, model, attempts, usage, cost } = answer;
  const reply = answer.completion.choices[0]?.message;
  const replies = [...said, ...(reply === undefined ? [] : [reply])].map(keepMessage);
  return toTurn({ question, replies, finishReason, model, attempts, usage: { ...usage }, cost });
}
