import { ChatError } from '@farebox/core';

/** Drops the oldest turns, each whole. */
export interface DropOldest {
  readonly kind: 'drop-oldest';
}

/** Puts the oldest turns into a summary, which the model writes. */
export interface Summarise {
  readonly kind: 'summarise';
  /** So many of the newest turns stay as they are. */
  readonly keepTurns: number;
  /** Who writes the summary; undefined for the model of the conversation. */
  readonly model: string | undefined;
}

/** What becomes of the oldest turns once a conversation no longer fits the model's window. */
export type ContextPolicy = DropOldest | Summarise;

/** The oldest turns are left out of what is sent, as few as will do; `turns` keeps them. It costs nothing. */
export function dropOldest(): ContextPolicy {
  return { kind: 'drop-oldest' };
}

export interface SummariseOptions {
  /** So many of the newest turns are sent as they are. Default 4. */
  readonly keepTurns?: number | undefined;
  /** Who writes the summary: a cheaper model of the same provider. Default: the conversation's. */
  readonly model?: string | undefined;
}

/**
 * The oldest turns are sent as a summary, in their place; `turns` keeps them.
 *
 * The summary is a call of its own, before the question's: reserved under the same budget, with receipts (tagged
 * `purpose: 'summary'`), and in the conversation's cost. Where it fails, the oldest turns are dropped instead, and the
 * event `context-trimmed` says why.
 *
 * @throws {ChatError} `configuration` when `keepTurns` is no whole number from 0.
 */
export function summarise({ keepTurns = 4, model }: SummariseOptions = {}): ContextPolicy {
  if (!Number.isSafeInteger(keepTurns) || keepTurns < 0) {
    throw new ChatError({
      kind: 'configuration',
      message: `keepTurns is ${String(keepTurns)}, which is no number of turns.`,
      fix: 'Give a whole number from 0, such as summarise({ keepTurns: 4 }).',
    });
  }
  return { kind: 'summarise', keepTurns, model };
}
