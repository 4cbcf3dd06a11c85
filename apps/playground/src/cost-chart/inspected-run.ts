import type { Catalogue, ChatMessage } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { RunRecord } from '../wire/run-record.js';

/** A run to be looked into: what was asked, what happened, what it left. */
export interface InspectedRun {
  /** What it is called beside others. */
  readonly name: string;
  /** Undefined before anything was asked. */
  readonly asked?: InspectedQuestion | undefined;
  readonly record: RunRecord;
  readonly receipts: readonly Receipt[];
}

export interface InspectedQuestion {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  /** Those of whoever answers. */
  readonly prices: Catalogue;
  /** When it was asked, in milliseconds since 1970, for the price. */
  readonly at: number;
}
