import type { ChatMessage } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { RunRecord } from '../wire/run-record.js';

/** A run to be looked into: what was asked, what happened, what it left. */
export interface InspectedRun {
  /** What it is called beside others. */
  readonly name: string;
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly record: RunRecord;
  readonly receipts: readonly Receipt[];
}
