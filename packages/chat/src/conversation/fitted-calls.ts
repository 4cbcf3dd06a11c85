import { type ChatMessage, type ChatRequest, isChatError } from '@farebox/core';
import type { OpenStep } from '../exchange.js';
import type { ContextTrimmedEvent } from './context-trimmed-event.js';
import { promptRoom } from './context-window.js';
import {
  fewestToDrop,
  type History,
  historyMessages,
  type Summary,
  withoutOldest,
} from './history.js';
import type { ContextWindow } from './model-window.js';
import type { PromptSize } from './prompt-size.js';

export interface FittedCallsOptions {
  /** How many messages the history is in the requests that come. */
  readonly sent: number;
  readonly history: History;
  readonly size: PromptSize;
  readonly window: ContextWindow | undefined;
  /** The most a prompt may have, as far as refusals have taught. */
  readonly mostTokens: number;
  /** Writes a summary of the oldest turns, and of the one before; undefined where none is wanted. */
  readonly retell: (history: History) => Promise<Summary | undefined>;
  readonly onTrimmed: (event: ContextTrimmedEvent) => void;
}

/** After a refusal, the prompt may have this share of what was refused. */
const shareAfterRefusal = 0.75;
const mostRefusals = 4;

/**
 * Each call with as much of the history as fits the window: system messages and everything from the question on stay.
 *
 * A provider that finds it too long all the same has billed nothing, so more is dropped and it is asked again, up to
 * four times; then its error comes out.
 */
export function fittedCalls(open: OpenStep, options: FittedCallsOptions): OpenStep {
  const { sent, size, window, mostTokens, onTrimmed } = options;
  let { history } = options;

  return async (request, restarted) => {
    const lead = request.messages.findIndex(
      ({ role }) => role !== 'system' && role !== 'developer',
    );
    const before = request.messages.slice(0, lead);
    const after = request.messages.slice(lead + sent);
    const build = (shorter: History): ChatRequest => ({
      ...request,
      messages: [...before, ...historyMessages(shorter), ...after] as ChatMessage[],
    });
    const room = window && promptRoom(request, window.tokens, window.maxOutputTokens);
    const most = Math.min(room ?? mostTokens, mostTokens);

    const fit = async (limitTokens: number, reason: 'window' | 'refused') => {
      const fits = (shorter: History) => size.of(build(shorter)) <= limitTokens;
      if (fits(history)) return;
      const retold = await shortened(history, options.retell);
      history = retold.history;
      history = withoutOldest(history, fewestToDrop(history, fits));
      const summarisedTurns = history.summary?.turns ?? 0;
      onTrimmed({
        type: 'context-trimmed',
        reason,
        leftOutTurns: summarisedTurns + history.dropped,
        summarisedTurns,
        promptTokens: size.of(build(history)),
        limitTokens,
        summaryFailed: retold.failed,
      });
    };

    await fit(most, 'window');
    for (let refusals = 0; ; refusals++) {
      const fitted = build(history);
      try {
        const stream = await open(fitted, restarted);
        stream.watch({
          end: (end) => {
            if (end === 'completed') size.counted(fitted, stream.partial().usage?.prompt_tokens);
          },
        });
        return stream;
      } catch (error) {
        const isTooLong = isChatError(error) && error.kind === 'context-length';
        if (!isTooLong || refusals >= mostRefusals || history.turns.length === 0) throw error;
        await fit(Math.floor(size.of(fitted) * shareAfterRefusal), 'refused');
      }
    }
  };
}

async function shortened(history: History, retell: FittedCallsOptions['retell']) {
  try {
    // What was dropped would be missing from a summary that stands for it.
    const summary = history.dropped > 0 ? undefined : await retell(history);
    if (summary === undefined) return { history };
    const more = summary.turns - (history.summary?.turns ?? 0);
    const turns = history.turns.slice(more);
    return { history: { summary, dropped: 0, turns } };
  } catch (error) {
    if (!isChatError(error) || error.kind === 'aborted') throw error;
    return { history, failed: error.kind };
  }
}
