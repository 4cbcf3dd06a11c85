import { type ErrorKind, errorKinds } from '@farebox/core';
import type { AttemptMoney, FaultRow } from '@farebox/simulator/fault-table';
import { plain } from '../terminal/line-styles.js';
import type { Line } from '../terminal/styled-line.js';
import { kindFacts, kindTitle } from './errors-report.js';
import { fixOf } from './fix-of.js';
import { fold, headedTable } from './table.js';

/** A kind of error, and the faults that lead to it: how often a call is sent, and what that can cost. */
export function kindLines(kind: ErrorKind, faultTable: readonly FaultRow[]): Line[] {
  const rows = faultTable.flatMap(({ number, title, cases }) => {
    const shown = cases
      .filter(({ expected }) => expected.kind === kind)
      .map(({ expected }) => [`${expected.attempts}`, mayHaveCost(expected.money) ? 'yes' : 'no']);
    // A fault in several shapes that end alike is one line.
    const unlike = new Map(shown.map((cells) => [cells.join(), cells]));
    return [...unlike.values()].map((cells) => [`${number}. ${title}`, ...cells]);
  });
  const { cause } = errorKinds[kind];
  const faults =
    rows.length === 0
      ? [plain('None of the known faults leads to it.')]
      : headedTable([['what leads to it', 'sent', 'may be charged'], ...rows]);
  const told = [...fold(cause), ...fold(`fix: ${fixOf(kind)}`), ''];
  return [kindTitle(kind), ...told.map(plain), ...faults];
}

function mayHaveCost(money: readonly AttemptMoney[]): boolean {
  return money.some((one) => one !== 'none');
}

/** The same as one object, with every shape of each fault; `case` is its name in the fault table. */
export function kindJson(kind: ErrorKind, faultTable: readonly FaultRow[]) {
  const faults = faultTable.flatMap(({ number, title, level, cases }) =>
    cases
      .filter(({ expected }) => expected.kind === kind)
      .map(({ name, expected: { attempts, delivered, money } }) => ({
        number,
        title,
        level,
        case: name,
        attempts,
        delivered,
        mayHaveCost: mayHaveCost(money),
        money,
      })),
  );
  return { ...kindFacts(kind), faults };
}
