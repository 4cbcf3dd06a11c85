export type { Balance, Ledger, Reservation } from './ledger.js';
export { type MemoryLedgerOptions, memoryLedger } from './memory-ledger.js';
export { type MeterOptions, meter } from './meter.js';
export { type OpenAttempt, type OpenAttemptOptions, openAttempt } from './open-attempt.js';
export type { BilledReply } from './price-reply.js';
export { amountOf, type Cost, type Outcome, type Receipt, type Settlement } from './receipt.js';
export { budgetScope, type ScopeOptions, scope } from './scope.js';
export { type TotalCost, totalCost } from './total-cost.js';
