import type { RetryQuota } from '@farebox/core';

/** Calls whose transport names no origin share this one. */
const unnamedOrigin = '';

/** What one call takes from a retry quota. */
export interface QuotaAccount {
  /** To be told where each request goes: that origin pays for a retry after it. */
  sentTo(origin: string): void;
  readonly left: number;
  take(tokens: number): void;
  /** The latest retry has succeeded or was never sent: it cost nothing. A first try earns 1. */
  giveBack(): void;
}

export function quotaAccount(quota: RetryQuota): QuotaAccount {
  let origin = unnamedOrigin;
  let taken: { readonly from: string; readonly tokens: number } | undefined;
  return {
    sentTo(to) {
      origin = to;
    },
    get left() {
      return quota.left(origin);
    },
    take(tokens) {
      taken = { from: origin, tokens };
      quota.take(origin, tokens);
    },
    giveBack() {
      quota.giveBack(taken?.from ?? origin, taken?.tokens ?? 1);
    },
  };
}
