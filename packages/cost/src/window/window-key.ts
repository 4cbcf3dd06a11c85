import type { Scope } from '@farebox/core';
import { localTime } from './local-time.js';

const dayMs = 86_400_000;

/**
 * Names the window that a moment is in: `day:2026-11-28@Europe/Berlin`. In total: `''`.
 *
 * Money is counted by this name, chosen once when it is reserved. So a clock that jumps back finds the
 * old window as full as it was, and one that jumps forward and back has opened nothing twice. An hour
 * that a time zone has twice, when summer time ends, is two windows: its name has the offset.
 *
 * The time zone is taken as it is written: two spellings are two windows.
 *
 * @throws {ChatError} `configuration` for a time zone that does not exist, and for a time that is none.
 * @example
 * windowKey({ id: 'user', per: 'day' }, Date.UTC(2026, 10, 28), 'call_1'); // => 'day:2026-11-28@UTC'
 */
export function windowKey(
  { per = 'total', timeZone = 'UTC' }: Scope,
  at: number,
  callId: string,
): string {
  if (per === 'total') return '';
  if (per === 'call') return `call:${callId}`;
  return `${per}:${calendarKey(per, at, timeZone)}@${timeZone}`;
}

/** `2026-11-28`, `2026-11`, or for an hour `2026-11-28T17+01:00`; a week has the name of its Monday. */
export function calendarKey(
  per: 'hour' | 'day' | 'week' | 'month',
  at: number,
  timeZone: string,
): string {
  const local = localTime(at, timeZone);
  switch (per) {
    case 'hour':
      return local.toISOString().slice(0, 13) + offsetName(local.getTime() - at);
    case 'day':
      return local.toISOString().slice(0, 10);
    case 'week': {
      const daysSinceMonday = (local.getUTCDay() + 6) % 7;
      return new Date(local.getTime() - daysSinceMonday * dayMs).toISOString().slice(0, 10);
    }
    case 'month':
      return local.toISOString().slice(0, 7);
  }
}

function offsetName(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
