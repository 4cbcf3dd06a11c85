import { formatUsd, type Picodollars } from '@farebox/core';
import type { Spend } from '@farebox/cost';
import { nameOfDay } from '../calendar/days.js';
import { bold, dim, plain } from '../terminal/line-styles.js';
import { oneLine } from '../terminal/one-line.js';
import type { Line } from '../terminal/styled-line.js';
import { shownCount } from './shown-count.js';
import { spendBar } from './spend-bar.js';
import { withGaps } from './spend-gaps.js';
import { groupName, type SpendReport } from './spend-report.js';
import { fold, padEnd, tableRows, widest } from './table.js';

/** The lines of one row: its name may have one of its own. */
type Lines = readonly string[];

const gap = '  ';

/** A shorter bar tells nothing. */
const leastCells = 10;

interface Column {
  readonly name: string;
  readonly cell: (spend: Spend) => string;
}

/**
 * Spending as a table for the eye, with bars where they have room. Amounts are exact: all have the decimals of the finest.
 *
 * What does not fit is left out: tokens first, then attempts, then the bars; never how much of an amount is a bound, or how many
 * attempts have no known cost.
 *
 * @param columns of the terminal that can show bars; undefined for 80 columns and no bars.
 */
export function spendLines(report: SpendReport, columns: number | undefined): Line[] {
  const width = columns ?? 80;
  const { by, total } = report;
  const rows = withGaps(report);
  const usd = alignedUsd([...rows, total]);
  const named = (spend: Spend) => (spend.key === '' ? '(none)' : oneLine(spend.key));
  const draw = (shown: readonly Column[]) => {
    const cells = (spend: Spend) => shown.map(({ cell }) => cell(spend));
    return tableRows(
      [
        [oneLine(groupName(by)), ...shown.map(({ name }) => name)],
        ...rows.map((row) => [named(row), ...cells(row)]),
        ['total', ...cells(total)],
      ],
      width,
    );
  };
  const tables = choices(total, usd).map(draw);
  const fits = (taken: number) => (lines: readonly Lines[]) =>
    widestNumbers(lines) + taken <= width;
  const hasBars = columns !== undefined && total.amount > 0n;
  const barred = hasBars ? tables.find(fits(gap.length + leastCells)) : undefined;
  const lines = barred ?? tables.find(fits(0)) ?? tables.at(-1) ?? [];
  return [
    ...fold(headline(report), '  ', width).map(dim),
    plain(''),
    ...(barred === undefined ? lines : withBars(barred, rows, width)).flatMap((row, index) =>
      row.map(index === 0 ? dim : index > rows.length ? bold : plain),
    ),
    ...notes(report, barred !== undefined).flatMap((note, index) => [
      ...(index === 0 ? [plain('')] : []),
      ...fold(note, '  ', width).map(dim),
    ]),
  ];
}

/** The columns that there may be, the most first. */
function choices(
  total: Spend,
  usd: (amount: Picodollars) => string,
): readonly (readonly Column[])[] {
  const cost: readonly Column[] = [
    { name: 'cost', cell: ({ amount }) => usd(amount) },
    ...(total.bounded === 0n ? [] : [{ name: 'bound', cell: (row: Spend) => usd(row.bounded) }]),
    ...(total.unknown === 0 ? [] : [countOf('unknown', ({ unknown }) => unknown)]),
  ];
  const withAttempts = [...cost, countOf('attempts', ({ attempts }) => attempts)];
  const all = [
    ...withAttempts,
    countOf('input', ({ inputTokens }) => inputTokens),
    countOf('output', ({ outputTokens }) => outputTokens),
  ];
  return [all, withAttempts, cost];
}

function countOf(name: string, count: (spend: Spend) => number): Column {
  return { name, cell: (spend) => shownCount(count(spend)) };
}

function withBars(
  lines: readonly Lines[],
  rows: readonly Spend[],
  columns: number,
): readonly Lines[] {
  const start = widestNumbers(lines) + gap.length;
  const [most = 1n] = rows.map(({ amount }) => amount).sort((a, b) => (a < b ? 1 : -1));
  return lines.map((line, index) => {
    const row = rows[index - 1];
    if (row === undefined) return line;
    const { amount, bounded } = row;
    const bar = spendBar({ amount, bounded, most, cells: columns - start });
    return [...line.slice(0, -1), (padEnd(line.at(-1) ?? '', start) + bar).trimEnd()];
  });
}

function widestNumbers(lines: readonly Lines[]): number {
  return widest(lines.map((line) => line.at(-1) ?? ''));
}

/** Dollars with as many decimals as the finest of all amounts has, so that a column adds up to the eye. */
function alignedUsd(spends: readonly Spend[]): (amount: Picodollars) => string {
  const decimals = (amount: Picodollars) => formatUsd(amount).split('.')[1]?.length ?? 0;
  const digits = spends
    .flatMap(({ amount, bounded }) => [amount, bounded])
    .reduce((most, amount) => Math.max(most, decimals(amount)), 2);
  return (amount) => `$${formatUsd(amount, { digits })}`;
}

function headline({ by, asked, options }: SpendReport): string {
  const { firstDay, lastDay, timeZone } = asked;
  const from = firstDay === undefined ? undefined : nameOfDay(firstDay);
  const to = lastDay === undefined ? undefined : nameOfDay(lastDay);
  const isDated = by === 'day' || by === 'month' || from !== undefined || to !== undefined;
  const { model, session, tag } = options;
  return [
    from === undefined ? (to === undefined ? 'everything' : `until ${to}`) : `since ${from}`,
    ...(from !== undefined && to !== undefined ? [`until ${to}`] : []),
    ...(isDated ? [`days of ${timeZone}`] : []),
    ...(model === undefined ? [] : [`model ${oneLine(model)}`]),
    ...(session === undefined ? [] : [`session ${oneLine(session)}`]),
    ...(tag === undefined ? [] : [`${oneLine(tag.name)} ${oneLine(tag.value)}`]),
  ].join(' · ');
}

/** How sure the total is, and what would surprise whoever adds up. */
function notes({ by, total }: SpendReport, isBarred: boolean): string[] {
  const { bounded, unknown } = total;
  return [
    ...(bounded === 0n
      ? []
      : [
          `$${formatUsd(bounded)} of the total is a bound${isBarred ? ' (░)' : ''}: the most that attempts can have cost whose end nobody saw`,
        ]),
    ...(unknown === 0
      ? []
      : [
          `${shownCount(unknown)} ${unknown === 1 ? 'attempt has' : 'attempts have'} no known cost, and no part in these amounts`,
        ]),
    ...(by === 'scope' ? ['an attempt counts in each of its scopes, and in the total once'] : []),
  ];
}
