import { localTime } from '@farebox/cost';

/**
 * A time as the clocks of a zone show it: `2026-11-28 17:03:12`.
 *
 * @example
 * shownTime(Date.UTC(2026, 10, 28, 16, 3, 12), 'Europe/Berlin'); // => '2026-11-28 17:03:12'
 */
export function shownTime(at: number, timeZone: string): string {
  return localTime(at, timeZone).toISOString().slice(0, 19).replace('T', ' ');
}
