import { formatUsd, type Picodollars, parseUsd, type Scope } from '@farebox/core';
import type { Endpoint } from '../endpoint/resolve-endpoint.js';
import type { Io } from '../io/io.js';
import type { AskOptions } from '../options/ask-options.js';
import { budgetName } from '../report/budget-name.js';
import { BudgetFiles } from './budget-files.js';
import { budgetsOfCall } from './budgets-of-call.js';
import { openLedger } from './open-ledger.js';
import { stateOf } from './remaining.js';

/** What one limit has left for a call. */
export interface Room {
  readonly name: string;
  readonly limit: Picodollars;
  readonly remaining: Picodollars;
  readonly soft: boolean;
  readonly closed: boolean;
  /** The same limit, as that of one call; undefined for a soft one, which refuses nothing. */
  readonly scope: Scope | undefined;
}

/**
 * What `--max-cost` and the budgets that are set have left for a call, the narrowest first; nothing is reserved.
 *
 * @throws {ChatError} `store` for a budget or a ledger that cannot be read.
 */
export async function roomsOf(
  { maxCost, session }: Pick<AskOptions, 'maxCost' | 'session'>,
  endpoint: Endpoint,
  io: Io,
): Promise<readonly Room[]> {
  const limit = maxCost === undefined ? undefined : parseUsd(maxCost);
  const rooms =
    limit === undefined
      ? []
      : [room({ name: '--max-cost', limit, remaining: limit, soft: false, closed: false })];
  if (endpoint.kind === 'simulator') return rooms;
  const budgets = budgetsOfCall(new BudgetFiles(io.stateFolder()).all(), {
    session,
    workingFolder: io.workingFolder(),
  });
  if (budgets.length === 0) return rooms;
  const ledger = await openLedger(io, { forReport: true });
  try {
    for (const charged of budgets) {
      const { budget, scope } = charged;
      const state = await stateOf(charged, ledger);
      const { limit = 0n } = scope;
      const { remaining = limit, closed = false } = state ?? {};
      rooms.push(room({ name: budgetName(budget), limit, remaining, soft: budget.soft, closed }));
    }
  } finally {
    await ledger.close();
  }
  return rooms;
}

export function roomJson({ name, limit, remaining, soft, closed }: Room) {
  return { name, limitUsd: formatUsd(limit), remainingUsd: formatUsd(remaining), soft, closed };
}

function room(facts: Omit<Room, 'scope'>): Room {
  const { name, remaining, soft, closed } = facts;
  const left = closed || remaining < 0n ? 0n : remaining;
  return { ...facts, scope: soft ? undefined : { id: name, limit: left, per: 'call' } };
}
