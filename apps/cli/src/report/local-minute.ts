import { localMs } from '../calendar/local-ms.js';

/**
 * A moment by the clocks of a time zone, which it names.
 *
 * @example
 * localMinute(Date.UTC(2026, 10, 28, 23), 'Europe/Berlin'); // => '2026-11-29 00:00 Europe/Berlin'
 */
export function localMinute(at: number, timeZone = 'UTC'): string {
  const clocks = new Date(localMs(at, timeZone)).toISOString();
  return `${clocks.slice(0, 16).replace('T', ' ')} ${timeZone}`;
}
