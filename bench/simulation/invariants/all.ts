import { answerInvariants } from './answers.ts';
import { budgetInvariants } from './budget.ts';
import { endInvariants } from './ends.ts';
import type { Invariant } from './invariant.ts';
import { leftoverInvariants } from './leftovers.ts';
import { receiptInvariants } from './receipts.ts';
import { requestInvariants } from './requests.ts';
import { secretInvariants } from './secrets.ts';

/** What must hold when all calls have ended. */
export const invariants: readonly Invariant[] = [
  ...endInvariants,
  ...requestInvariants,
  ...receiptInvariants,
  ...budgetInvariants,
  ...leftoverInvariants,
  ...answerInvariants,
  ...secretInvariants,
];
