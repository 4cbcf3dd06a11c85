import { formatUsd, parseUsd } from '@farebox/core';
import type { Budget } from '../state/budget.js';
import type { BudgetState } from '../state/remaining.js';
import { windowEnd } from '../state/window-end.js';
import { dim, plain, withPart } from '../terminal/line-styles.js';
import { type Color, type Line, span } from '../terminal/styled-line.js';
import { budgetName, ownerOptionsText } from './budget-name.js';
import { localMinute } from './local-minute.js';
import { shownRemaining } from './remaining-text.js';
import { shownUsd } from './shown-usd.js';
import { fold, tableRows, widest } from './table.js';

/** A budget and how it stands; a limit for each call, or each session, has no state of its own. */
export interface ShownBudget {
  readonly budget: Budget;
  readonly state: BudgetState | undefined;
}

/**
 * The budgets as a table, and below it what has to be done about them.
 *
 * @param columns of the terminal; where the table is wider, it has less in it, or there is a sentence for each.
 */
export function budgetLines(
  shown: readonly ShownBudget[],
  at: number,
  columns = Number.POSITIVE_INFINITY,
): Line[] {
  if (shown.length === 0) {
    return [plain('No budget is set. To set one: farebox budget set 5.00 --per day')];
  }
  const rows = shown.map(({ budget, state }) => {
    const { limitUsd } = budget;
    const name = budgetName(budget);
    if (state === undefined) return [name, `$${limitUsd}`];
    const { settled, reserved, remaining } = state;
    const amounts = [shownUsd(settled, 'up'), shownUsd(reserved, 'up'), shownRemaining(remaining)];
    return [name, `$${limitUsd}`, ...amounts];
  });
  const ends = shown.flatMap(({ budget }) => {
    const end = windowEnd(budget, at);
    return end === undefined
      ? []
      : [`this ${budget.per} ends ${localMinute(end, budget.timeZone)}`];
  });
  const [head = [], ...body] = fitting(
    [['budget', 'limit', 'spent', 'reserved', 'left'], ...rows],
    columns,
  );
  return [
    ...head.map(dim),
    ...body.flatMap((lines, index) => budgetRow(lines, rows[index]?.[4], shown[index]?.state)),
    ...[...new Set(ends)].map(dim),
    ...shown.flatMap(({ budget, state }) => {
      if (state?.closed !== true || budget.soft) return [];
      const reopen = ['farebox budget reopen', ownerOptionsText(budget.owner)].join(' ').trim();
      return fold(
        `${budgetName(budget)} is closed: an answer cost more than was set aside for it (farebox logs has it). To open it again: ${reopen}`,
      ).map((line) => [span(line, { color: 'red' })]);
    }),
  ];
}

/** The lines of each row: of the widest table that there is room for, else sentences below an empty head. */
function fitting(rows: readonly (readonly string[])[], columns: number): readonly string[][] {
  // What is reserved is so for a moment, and the first to go.
  const fewer = rows.map((cells) => cells.filter((_, index) => index !== 3));
  const tables = [rows, fewer].map((cells) => tableRows(cells, Math.min(columns, 80)));
  const [, ...body] = rows;
  const sentences = body.map(([name, limit, spent, , left]) => [
    left === undefined ? `${name}: ${limit}` : `${name}: ${spent} of ${limit} spent, left ${left}`,
  ]);
  const fits = tables.filter((lines) => widest(lines.flat()) <= columns);
  return (
    fits.find((lines) => lines.every(({ length }) => length === 1)) ?? fits[0] ?? [[], ...sentences]
  );
}

/** A row with what is left in the colour of that. */
function budgetRow(
  lines: readonly string[],
  cell: string | undefined,
  state: BudgetState | undefined,
): Line[] {
  const [left, ...others] = [lines.at(-1) ?? '', ...lines.slice(0, -1)];
  if (state === undefined || cell === undefined) return lines.map(plain);
  const style = { color: colorOfState(state) } as const;
  return [...others.map(plain), withPart(left, cell, style, left.length - cell.length)];
}

/** Red where nothing is left, yellow where it is a fifth of the limit or less. */
export function colorOfState({
  remaining,
  limit,
  closed,
}: Pick<BudgetState, 'remaining' | 'limit' | 'closed'>): Color {
  if (closed || remaining <= 0n) return 'red';
  return remaining * 5n <= limit ? 'yellow' : 'green';
}

/** The same as one object. Money is text: picodollars, and dollars where the name says so. */
export function budgetsJson(shown: readonly ShownBudget[], at: number) {
  return {
    budgets: shown.map(({ budget, state }) => {
      const { owner, per, soft, limitUsd, timeZone } = budget;
      const end = windowEnd(budget, at);
      return {
        name: budgetName(budget),
        owner: owner.kind,
        session: owner.kind === 'session' ? owner.name : null,
        folder: owner.kind === 'project' ? owner.folder : null,
        per: owner.kind === 'each-session' ? 'session' : per,
        soft,
        timeZone: timeZone ?? null,
        windowEnds: end === undefined ? null : new Date(end).toISOString(),
        limit: parseUsd(limitUsd).toString(),
        limitUsd: formatUsd(parseUsd(limitUsd)),
        spent: state?.settled.toString() ?? null,
        reserved: state?.reserved.toString() ?? null,
        remaining: state?.remaining.toString() ?? null,
        remainingUsd: state === undefined ? null : formatUsd(state.remaining),
        closed: state?.closed ?? null,
      };
    }),
  };
}
