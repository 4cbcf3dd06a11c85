export type { UnknownPricePolicy } from './attempt/attempt-bound.js';
export type { AttemptPolicies } from './attempt/attempt-policies.js';
export type { FitOptions } from './attempt/fit.js';
export {
  type OpenAttempt,
  type OpenAttemptOptions,
  openAttempt,
} from './attempt/open-attempt.js';
export type { BilledReply } from './attempt/price-reply.js';
export type { PriceSource } from './attempt/price-source.js';
export type { ReceivedReply } from './attempt/received.js';
export type { UnknownOutcomePolicy } from './attempt/unknown-outcome.js';
export type { AccountBalance, Admission, Balance, Ledger, Reservation } from './ledger.js';
export { type MemoryLedgerOptions, memoryLedger } from './memory/memory-ledger.js';
export { type MeterOptions, meter } from './meter.js';
export { type PendingReceipts, pendingReceipts } from './pending-receipts.js';
export { type PriceListName, priceLists } from './price-lists.js';
export {
  amountOf,
  type Cost,
  type Outcome,
  type Receipt,
  type Refusal,
  type Settlement,
} from './receipt.js';
export type {
  ReceiptFilter,
  ReceiptQuery,
  Spend,
  SpendGroup,
  SpendQuery,
} from './receipt-query.js';
export { budgetScope, type ScopeOptions, scope } from './scope.js';
export type { CheckedLedger } from './store/checked-ledger.js';
export type { StoredContent } from './stored-content.js';
export { type TotalCost, totalCost } from './total-cost.js';
export { localTime } from './window/local-time.js';
export { windowKey } from './window/window-key.js';
