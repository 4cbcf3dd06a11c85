import type { HeaderReader } from '@farebox/core';
import { type Bucket, bucket, type Mark, type Outstanding } from './bucket.js';
import { readLimits } from './read-limits.js';

/** What one request takes. */
export interface Amounts {
  readonly requests: number;
  readonly tokens: number;
}

export type Marks = { readonly [Name in keyof Amounts]: Mark | undefined };

/** The two limits of a model: those that are known. */
export interface QuotaPair {
  /** Whether there is a limit at all. */
  readonly isKnown: boolean;
  /** How many tokens a request may take at all. */
  readonly tokenCapacity: number;
  waitMs(amounts: Amounts, nowMs: number): number;
  take(amounts: Amounts, nowMs: number): Marks;
  giveBack(amounts: Amounts, nowMs: number): void;
  /** Corrects the tokens by what a call used; not where the provider's headers say what remains. */
  settle(taken: number, used: number, nowMs: number): void;
  correct(
    headers: HeaderReader,
    marks: Marks,
    outstanding: Amounts,
    isLatest: boolean,
    nowMs: number,
  ): void;
}

const names = ['requests', 'tokens'] as const;

/** @param ceilings what the caller allows in a minute; without one the first headers set the limit. */
export function quotaPair(
  ceilings: { readonly [Name in keyof Amounts]: number | undefined },
): QuotaPair {
  const open = (ceiling: number | undefined) =>
    ceiling === undefined ? undefined : bucket(ceiling, ceiling);
  const buckets: Record<keyof Amounts, Bucket | undefined> = {
    requests: open(ceilings.requests),
    tokens: open(ceilings.tokens),
  };
  let isTold = false;

  return {
    get isKnown() {
      return names.some((name) => buckets[name] !== undefined);
    },
    get tokenCapacity() {
      return buckets.tokens?.capacity ?? Number.POSITIVE_INFINITY;
    },
    waitMs: (amounts, nowMs) =>
      Math.max(...names.map((name) => buckets[name]?.waitMs(amounts[name], nowMs) ?? 0)),
    take: (amounts, nowMs) => ({
      requests: buckets.requests?.take(amounts.requests, nowMs),
      tokens: buckets.tokens?.take(amounts.tokens, nowMs),
    }),
    giveBack(amounts, nowMs) {
      for (const name of names) buckets[name]?.giveBack(amounts[name], nowMs);
    },
    settle(taken, used, nowMs) {
      const { tokens } = buckets;
      if (tokens === undefined || isTold) return;
      if (used < taken) tokens.giveBack(taken - used, nowMs);
      // Whatever a provider claims, it costs no more than a minute.
      else tokens.take(Math.min(used - taken, tokens.capacity), nowMs);
    },
    correct(headers, marks, outstanding, isLatest, nowMs) {
      for (const name of names) {
        const facts = readLimits(headers, name);
        if (facts === undefined) continue;
        if (name === 'tokens' && facts.remaining !== undefined) isTold = true;
        const left: Outstanding = { amount: outstanding[name], isLatest };
        const known = buckets[name];
        if (known !== undefined) {
          known.correct(facts, marks[name], left, nowMs);
          continue;
        }
        const made = bucket(facts.limit);
        buckets[name] = made;
        // What has left without an answer may not be in what remains.
        made.take(facts.limit - (facts.remaining ?? facts.limit) + left.amount, nowMs);
        made.correct(facts, undefined, left, nowMs);
      }
    },
  };
}
