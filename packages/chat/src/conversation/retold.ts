import { type ChatRequest, isChatError } from '@farebox/core';
import { emptySummary } from './conversation-errors.js';
import type { History, Summary } from './history.js';
import type { ContextWindow } from './model-window.js';
import { summaryPlan } from './summary-request.js';

export interface RetoldOptions {
  /** So many of the oldest turns at most. */
  readonly most: number;
  readonly model: string;
  readonly window: ContextWindow | undefined;
  readonly sizeOf: (request: ChatRequest) => number;
  /** One call; gives the text of its answer. */
  readonly ask: (request: ChatRequest) => Promise<string>;
}

/**
 * A summary of the summary so far and of the oldest turns, as many as its own prompt has room for; undefined where there are
 * none. One that is too long all the same is of half as many turns.
 *
 * @throws {ChatError} what the call throws, and `protocol` for an empty summary.
 */
export async function retold(
  history: History,
  options: RetoldOptions,
): Promise<Summary | undefined> {
  const { most, model, window, sizeOf, ask } = options;
  const plan = summaryPlan(history, most, model, window && { tokens: window.tokens, sizeOf });
  if (plan === undefined) return undefined;
  try {
    const text = await ask(plan.request);
    if (text === '') throw emptySummary();
    return { turns: (history.summary?.turns ?? 0) + plan.turns, text };
  } catch (error) {
    const isTooLong = isChatError(error) && error.kind === 'context-length';
    if (!isTooLong || plan.turns === 1) throw error;
    return retold(history, { ...options, most: plan.turns >> 1 });
  }
}
