import { formatUsd, type Picodollars } from '@farebox/core';
import type { Budget, Owner } from '../state/budget.js';
import type { BudgetState } from '../state/remaining.js';
import { budgetName } from './budget-name.js';
import { shownUsd } from './shown-usd.js';

/**
 * What is left of a budget, for the cost line.
 *
 * @example
 * // $4.98 left today
 */
export function remainingText(state: BudgetState | 'unknown'): string {
  if (state === 'unknown') return 'what is left is unknown';
  const { budget, remaining, closed } = state;
  if (closed) return `closed by an overrun: ${budgetName(budget)}`;
  const where = [windowWords[budget.per], ownerWords[budget.owner.kind]];
  return [`${shownRemaining(remaining)} left`, ...where].filter((part) => part !== '').join(' ');
}

/** Rounded down, to cents where there are dollars: what is shown can be spent. */
export function shownRemaining(remaining: Picodollars): string {
  if (remaining <= 0n) return '$0.00';
  const digits = remaining >= dollar ? 2 : remaining >= dollar / 100n ? 4 : 6;
  const unit = 10n ** BigInt(12 - digits);
  return `$${formatUsd(remaining - (remaining % unit))}`;
}

const dollar = 1_000_000_000_000n;

const windowWords: Readonly<Record<Budget['per'], string>> = {
  call: '',
  hour: 'this hour',
  day: 'today',
  week: 'this week',
  month: 'this month',
  total: '',
};

const ownerWords: Readonly<Record<Owner['kind'], string>> = {
  user: '',
  session: 'in this session',
  'each-session': 'in this session',
  project: 'in this project',
};

/** What is said of a soft budget that is passed. */
export function passedText({ budget, limit, settled, reserved }: BudgetState): string {
  const amounts = `${shownUsd(settled + reserved, 'up')} of $${formatUsd(limit)}`;
  return `a soft budget is passed (${budgetName({ ...budget, soft: false })}): ${amounts} spent or reserved`;
}
