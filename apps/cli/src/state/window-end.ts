import { localTime } from '@farebox/cost';
import { dayAt, startOfDay } from '../calendar/days.js';
import type { Budget } from './budget.js';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * When the window of a budget ends, and it is whole again: in milliseconds since 1970. Undefined for
 * one call and in total.
 *
 * @example
 * windowEnd({ per: 'day', timeZone: 'UTC' }, Date.UTC(2026, 10, 28, 17)); // => Date.UTC(2026, 10, 29)
 */
export function windowEnd(
  { per, timeZone = 'UTC' }: Pick<Budget, 'per' | 'timeZone'>,
  at: number,
): number | undefined {
  // Clocks are changed on whole hours, so an hour ends with its clock's.
  if (per === 'hour') return at + hourMs - (localTime(at, timeZone).getTime() % hourMs);
  const today = dayAt(at, timeZone);
  switch (per) {
    case 'day':
      return startOfDay(today + 1, timeZone);
    case 'week':
      // 1970-01-01 was a Thursday; a week begins with Monday.
      return startOfDay(today + 7 - ((today + 3) % 7), timeZone);
    case 'month': {
      const date = new Date(today * dayMs);
      return startOfDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / dayMs, timeZone);
    }
    default:
      return undefined;
  }
}
