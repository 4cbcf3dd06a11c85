import { shownTime } from '../calendar/shown-time.js';

/**
 * A moment by the clocks of a time zone, which it names.
 *
 * @example
 * localMinute(Date.UTC(2026, 10, 28, 23), 'Europe/Berlin'); // => '2026-11-29 00:00 Europe/Berlin'
 */
export function localMinute(at: number, timeZone = 'UTC'): string {
  return `${shownTime(at, timeZone).slice(0, 'YYYY-MM-DD HH:MM'.length)} ${timeZone}`;
}
