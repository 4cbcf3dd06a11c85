import { formatUsd } from '@farebox/core';
import type { Receipt } from '@farebox/cost';
import { shownTime } from '../calendar/shown-time.js';
import { bold, dim, plain } from '../terminal/line-styles.js';
import { oneLine } from '../terminal/one-line.js';
import { type Line, span } from '../terminal/styled-line.js';
import { contentLines } from './content-lines.js';
import { outcomeColor } from './log-lines.js';
import { seconds } from './seconds.js';
import { shownCount } from './shown-count.js';
import { headedTable, padEnd, widest } from './table.js';

const endings: Readonly<Record<Receipt['resolution'], string>> = {
  settled: 'settled',
  released: 'given back, because the provider refused',
  expired: 'charged in full, because its process died',
};

/** Everything of a receipt, for the eye. Amounts are exact. */
export function receiptLines(receipt: Receipt, timeZone: string, columns: number): Line[] {
  const { reservedAt, settledAt, cost, reserved, resolution, overrun } = receipt;
  const { lines = [], content } = receipt;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['number', String(receipt.sequence)],
    ['call', `${receipt.callId}, attempt ${receipt.attempt}`],
    ['began', `${shownTime(reservedAt, timeZone)} ${timeZone}`],
    ['ended', `${shownTime(settledAt, timeZone)}, after ${seconds(settledAt - reservedAt)}`],
    ['model', receipt.model],
    ['tier', receipt.serviceTier],
    ['outcome', receipt.outcome],
    ['finish', receipt.finishReason],
    ['cost', cost.known === 'unknown' ? 'unknown' : `$${formatUsd(cost.amount)}, ${cost.known}`],
    ['set aside', `$${formatUsd(reserved)}, ${endings[resolution]}`],
    ['overrun', overrun ? 'yes: it cost more than was set aside' : undefined],
    ['request id', receipt.requestId],
    ['scopes', listed(receipt.scopeIds)],
    ['passed', listed(receipt.softLimits)],
    ...Object.entries(receipt.tags).map(([name, value]) => ['tag', `${name}=${value}`] as const),
    ['process', receipt.holder],
  ];
  const known = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const usage = flattened('', receipt.usage);
  return [
    bold(oneLine(receipt.id)),
    ...factLines(known).map((line, index) => withFact(line, known[index], receipt)),
    ...(usage.length === 0 ? [] : ['', ...factLines([['reported', 'tokens'], ...usage])]).map(
      underHead,
    ),
    ...(lines.length === 0 ? [] : invoiceLines(lines, columns)),
    ...(content === undefined ? [] : contentLines(content).map(plain)),
  ];
}

function factLines(facts: readonly (readonly [string, string])[]): string[] {
  const shown = facts.map(([name, value]) => [oneLine(name), oneLine(value)] as const);
  const width = widest(shown.map(([name]) => name));
  return shown.map(([name, value]) => `  ${padEnd(name, width)}  ${value}`);
}

function invoiceLines(lines: NonNullable<Receipt['lines']>, columns: number): Line[] {
  return [
    plain(''),
    ...headedTable(
      [
        ['  billed', 'units', '$ each', '$'],
        ...lines.map(({ what, units, unitPrice, amount }) => [
          `  ${what}`,
          shownCount(units),
          formatUsd(unitPrice),
          formatUsd(amount),
        ]),
      ],
      columns,
    ),
  ];
}

/** The name in the background; the outcome in its colour. */
function withFact(
  line: string,
  fact: readonly [string, string] | undefined,
  { outcome }: Receipt,
): Line {
  const [name = '', value = ''] = fact ?? [];
  const rest = line.slice(line.indexOf(name) + name.length);
  const isBad = name === 'outcome' && value === outcome && outcome !== 'completed';
  return [
    ...dim(line.slice(0, line.length - rest.length)),
    span(rest, isBad ? { color: outcomeColor(outcome) } : {}),
  ];
}

/** The second line of a part, after an empty one, has the names of its columns. */
function underHead(line: string, index: number): Line {
  return index === 1 ? dim(line) : plain(line);
}

function listed(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.join(', ');
}

/** Counts as the provider reported them, each with its path. */
function flattened(path: string, value: unknown): (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) {
    return value === undefined || value === null ? [] : [[path, String(value)]];
  }
  return Object.entries(value).flatMap(([name, part]) => {
    return flattened(path === '' ? name : `${path}.${name}`, part);
  });
}
