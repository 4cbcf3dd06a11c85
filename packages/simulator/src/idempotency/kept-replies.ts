import type { Clock } from '@farebox/core';
import type { BillingLine } from '../books/books.js';
import type { ReplyPlan } from '../wire/plan.js';
import { withKeptText } from './kept-text.js';
import { keyInUse, keyReused } from './refusals.js';

/** The reply of an earlier request. */
export interface KeptReply {
  readonly plan: ReplyPlan;
  readonly requestId: string;
  readonly model: string;
}

/** What a request that came with a key holds until its reply is made. */
export interface Claim {
  /** Keeps the reply for those who ask again; what is returned is to be sent in its place. */
  keep(plan: ReplyPlan): ReplyPlan;
}

/** Replies to requests with an `Idempotency-Key`, for those who ask again. */
export interface KeptReplies {
  /**
   * The reply that is kept for a key and a body, or the claim to make it.
   *
   * @throws {Refusal} 400 for another body, 409 as long as the first request is answered.
   */
  claim(key: string, body: string, line: BillingLine): KeptReply | Claim;
}

const keptMs = 24 * 60 * 60 * 1000;

/** The bounds of what is kept; over either, the oldest goes first. */
export interface KeptBounds {
  readonly replies: number;
  readonly characters: number;
}

/** 1,000 replies and 16 Mi characters. */
const defaultBounds: KeptBounds = { replies: 1_000, characters: 16 * 1024 * 1024 };

interface Entry {
  readonly body: string;
  readonly atMs: number;
  readonly line: BillingLine;
  kept?: { readonly plan: ReplyPlan; readonly characters: number };
}

/**
 * An empty store. Keys and bodies are to come as digests.
 *
 * A reply that alone is over the bounds is not kept: who asks again is answered, and billed, again.
 */
export function keptReplies(clock: Clock, bounds: KeptBounds = defaultBounds): KeptReplies {
  // In the order of their first requests, so the oldest is the first.
  const entries = new Map<string, Entry>();
  let characters = 0;
  const drop = (key: string, entry: Entry) => {
    entries.delete(key);
    characters -= entry.kept?.characters ?? 0;
  };
  const dropOld = () => {
    for (const [key, entry] of entries) {
      const over = entries.size > bounds.replies || characters > bounds.characters;
      if (!over && clock.monotonicMs() - entry.atMs < keptMs) return;
      drop(key, entry);
    }
  };

  const claimOf = (key: string, entry: Entry): Claim => ({
    keep(plan) {
      const kept = withKeptText(plan, bounds.characters);
      if (kept === undefined || entries.get(key) !== entry) return kept?.plan ?? plan;
      entry.kept = kept;
      characters += kept.characters;
      dropOld();
      return kept.plan;
    },
  });

  return {
    claim(key, body, line) {
      dropOld();
      const known = entries.get(key);
      if (known !== undefined) {
        const { ended, id, model = '' } = known.line.request();
        if (ended !== 'open' && known.kept === undefined) {
          // Its first request was refused, or failed before there was an answer: as if it never came.
          drop(key, known);
        } else {
          if (known.body !== body) throw keyReused();
          if (ended === 'open' || known.kept === undefined) throw keyInUse();
          return { plan: known.kept.plan, requestId: id, model };
        }
      }
      const entry: Entry = { body, atMs: clock.monotonicMs(), line };
      entries.set(key, entry);
      dropOld();
      return claimOf(key, entry);
    },
  };
}
