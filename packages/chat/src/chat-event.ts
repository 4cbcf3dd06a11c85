import type { CallEvent } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import type { ContextTrimmedEvent } from './conversation/fitted-calls.js';
import type { ReAskEvent } from './schema/re-ask-event.js';
import type { ToolEvent } from './tools/tool-event.js';

/** Everything that an observer hears of, as it happens. None of it has text of a prompt or an answer in it. */
export type ChatEvent = CallEvent | ReceiptEvent | ToolEvent | ContextTrimmedEvent | ReAskEvent;

export type Observer = (event: ChatEvent) => void;

/** An attempt has ended and its receipt is in the ledger. */
export interface ReceiptEvent {
  readonly type: 'receipt';
  readonly receipt: Receipt;
}
