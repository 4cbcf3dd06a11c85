import { assistant, type ChatMessage, user } from '@farebox/core';

/** What the model wrote of the first `turns` turns. */
export interface Summary {
  readonly turns: number;
  readonly text: string;
}

/** What goes before a question: a summary of the oldest turns, and the messages of each turn after them. */
export interface History {
  readonly summary: Summary | undefined;
  /** Of the turns that are sent as they are, how many have been left out before them. */
  readonly dropped: number;
  readonly turns: readonly (readonly ChatMessage[])[];
}

/**
 * The history as messages. The summary is a question and an answer: as a system message, what a user once wrote would
 * speak with the voice of whoever runs the chat.
 */
export function historyMessages({ summary, turns }: History): ChatMessage[] {
  const retold =
    summary === undefined
      ? []
      : [user('What have we talked about so far?'), assistant(summary.text)];
  return [...retold, ...turns.flat()];
}

/** The same history without its oldest turns. A summary stays. */
export function withoutOldest(history: History, count: number): History {
  return { ...history, dropped: history.dropped + count, turns: history.turns.slice(count) };
}

/** The fewest turns to drop so that it fits; all of them if it never does. Fewer turns must not count more. */
export function fewestToDrop(history: History, fits: (shorter: History) => boolean): number {
  let [low, high] = [0, history.turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(withoutOldest(history, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
