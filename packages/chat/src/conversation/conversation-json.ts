import type { TokenTotals } from '../token-totals.js';
import type { KeptMessage } from './kept-message.js';

/** A conversation as plain JSON. Amounts of money are picodollars in decimal digits, for JSON has no whole numbers of that size. */
export interface ConversationJson {
  readonly version: 1;
  readonly system?: string;
  readonly turns: readonly TurnJson[];
  /** The question that has no answer, if the last one failed, and the number of turns before it. */
  readonly unanswered?: { readonly question: KeptMessage; readonly at: number };
  /** What stands for the first `turns` turns. */
  readonly summary?: { readonly turns: number; readonly text: string };
  /** What all calls have cost, as far as it is known. */
  readonly cost: string;
  /** A part of the cost is not known. */
  readonly costIsPartial?: true;
}

export interface TurnJson {
  /** The question first, the answer last. */
  readonly messages: readonly KeptMessage[];
  readonly finishReason: string;
  readonly model: string;
  readonly attempts: number;
  readonly usage: TokenTotals;
  /** Left out where a part of it is not known. */
  readonly cost?: string;
}
