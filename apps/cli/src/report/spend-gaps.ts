import type { Spend } from '@farebox/cost';
import { dayAt, dayNamed, nameOfDay } from '../calendar/days.js';
import { nothingSpent, type SpendReport } from './spend-report.js';

/** As many days or months in a row without spending have a line each; more have one together. */
const mostZeros = 3;

/** A calendar that can be counted through. */
interface Calendar {
  readonly numberOf: (key: string) => number;
  readonly keyOf: (number: number) => string;
  readonly unit: string;
}

const calendars: Readonly<Record<'day' | 'month', Calendar>> = {
  day: { numberOf: dayNamed, keyOf: nameOfDay, unit: 'days' },
  month: {
    numberOf: (key) => Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)) - 1,
    keyOf: (number) => {
      return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
    },
    unit: 'months',
  },
};

/**
 * The groups in order, and between them what had no spending: from the first day asked for, or else the
 * first with receipts, to the last one asked for, or else today.
 */
export function withGaps({ by, asked, groups, now }: SpendReport): readonly Spend[] {
  if (by !== 'day' && by !== 'month') return groups;
  const { numberOf, keyOf, unit } = calendars[by];
  const number = (day: number) => numberOf(nameOfDay(day));
  const { firstDay, lastDay, timeZone } = asked;
  const today = dayAt(now, timeZone);
  const end = number(lastDay === undefined ? today : Math.min(lastDay, today));
  const rows: Spend[] = [];
  let next = firstDay === undefined ? undefined : number(firstDay);
  const fillTo = (to: number) => {
    const count = next === undefined ? 0 : to - next;
    if (count > mostZeros) rows.push(nothingSpent(`… ${count} ${unit}`));
    else for (let at = to - count; at < to; at++) rows.push(nothingSpent(keyOf(at)));
  };
  for (const group of groups) {
    const at = numberOf(group.key);
    fillTo(at);
    rows.push(group);
    next = at + 1;
  }
  fillTo(end + 1);
  return rows;
}
