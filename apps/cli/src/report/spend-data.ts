import { formatUsd } from '@farebox/core';
import type { Spend } from '@farebox/cost';
import { nameOfDay } from '../calendar/days.js';
import { csvLines } from './csv.js';
import { groupName, type SpendReport } from './spend-report.js';

/** Spending as one object. Amounts are exact, in dollars as text, because JSON numbers are floats. */
export function spendJson({ by, asked, groups, total }: SpendReport) {
  const { timeZone, firstDay, lastDay } = asked;
  return {
    kind: 'spend',
    by: typeof by === 'object' ? `tag:${by.tag}` : by,
    from: firstDay === undefined ? null : nameOfDay(firstDay),
    to: lastDay === undefined ? null : nameOfDay(lastDay),
    timeZone,
    groups: groups.map((group) => ({ key: group.key, ...sums(group) })),
    total: sums(total),
  };
}

/** Spending as CSV, a line for each group with receipts; dollars are exact, and without a sign. */
export function spendCsv({ by, groups }: SpendReport): string {
  const names = ['cost_usd', 'bounded_usd', 'unknown_attempts', 'attempts'];
  return csvLines([
    [groupName(by), ...names, 'input_tokens', 'output_tokens'],
    ...groups.map((group) => [group.key, ...Object.values(sums(group)).map(String)]),
  ]);
}

function sums({ amount, bounded, unknown, attempts, inputTokens, outputTokens }: Spend) {
  return {
    costUsd: formatUsd(amount),
    boundedUsd: formatUsd(bounded),
    unknownAttempts: unknown,
    attempts,
    inputTokens,
    outputTokens,
  };
}
