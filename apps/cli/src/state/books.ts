import { ChatError, isChatError, type Scope } from '@farebox/core';
import { type Ledger, memoryLedger, scope } from '@farebox/cost';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import { budgetOptionsText } from '../report/budget-name.js';
import { scopeIdOf } from './budget.js';
import { BudgetFiles } from './budget-files.js';
import { budgetsOfCall, type ChargedBudget } from './budgets-of-call.js';
import { openLedger } from './open-ledger.js';

export interface BookOptions {
  /** Whose money it is, beside the user's. */
  readonly session?: string | undefined;
  /** US dollars as decimal text, for one call. */
  readonly maxCost?: string | undefined;
  /** Whether the receipts are kept. */
  readonly log: boolean;
}

/** What limits one call. */
export interface Limits {
  readonly budgets: readonly ChargedBudget[];
  /** Everything that the call is charged to: all of it, or it is not sent. */
  readonly scopes: readonly Scope[];
}

/** Where one call is recorded, and what limits it. */
export interface Books extends Limits {
  /** To be closed once the call is over. */
  readonly ledger: Ledger;
  /** What a person must know before the answer comes. */
  readonly notice?: string;
}

/**
 * Opens the books for a call: the ledger of this user, and the budgets that are set.
 *
 * What the simulator charges is not real money: it stays in memory, and no budget is charged with it.
 *
 * @throws {ChatError} `store` for a budget that cannot be read, and where a budget is set and nothing can be
 * recorded; `configuration` for `--no-log` where a budget is set.
 */
export async function openBooks(options: BookOptions, endpoint: Endpoint, io: Io): Promise<Books> {
  const { budgets, scopes } = limitsOf(options, endpoint, io);
  const inMemory = () => memoryLedger({ now: () => io.clock.now() });
  if (endpoint.kind === 'simulator') return { ledger: inMemory(), budgets, scopes };
  if (!options.log) {
    if (budgets.length > 0) throw mustBeRecorded(budgets);
    return { ledger: inMemory(), budgets, scopes };
  }
  try {
    return { ledger: await openLedger(io), budgets, scopes };
  } catch (error) {
    const isMissing = isChatError(error) && error.code === 'no-sqlite';
    if (!isMissing || budgets.length > 0) throw error;
    const notice = `farebox: ${error.message} What this call costs is not recorded.`;
    return { ledger: inMemory(), budgets, scopes, notice };
  }
}

/**
 * What limits a call at this moment.
 *
 * @throws {ChatError} `store` for a budget that cannot be read.
 */
export function limitsOf(options: BookOptions, endpoint: Endpoint, io: Io): Limits {
  const { session, maxCost } = options;
  const simulated = endpoint.kind === 'simulator';
  const budgets = simulated
    ? []
    : budgetsOfCall(new BudgetFiles(io.stateFolder()).all(), {
        session,
        workingFolder: io.workingFolder(),
      });
  const scopes = [
    // Named after the option, because that is the name in the message when there is no room.
    ...(maxCost === undefined ? [] : [scope({ id: '--max-cost', limitUsd: maxCost, per: 'call' })]),
    ...budgets.map((budget) => budget.scope),
    // Counted from its beginning, so that a limit which is set later holds for all of it.
    ...(session === undefined
      ? []
      : [scope({ id: scopeIdOf({ kind: 'session', name: session }) })]),
  ];
  return { budgets, scopes };
}

/** Whether nothing was set, changed or removed between the two. */
export function isSameLimits(one: Limits, other: Limits): boolean {
  const texts = [one, other].map(({ budgets }) =>
    JSON.stringify(budgets.map(({ budget }) => budget)),
  );
  return texts[0] === texts[1];
}

function mustBeRecorded(budgets: readonly ChargedBudget[]): ChatError {
  const remove = budgets.map(({ budget }) => `farebox budget rm ${budgetOptionsText(budget)}`);
  return new ChatError({
    kind: 'configuration',
    message:
      '--no-log cannot be used while a budget is set: what is not recorded cannot be limited.',
    fix: `Leave --no-log out, or remove the budget: ${remove.join('; ')}.`,
  });
}
