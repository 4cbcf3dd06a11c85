import { localTime } from '@farebox/cost';

const dayMs = 86_400_000;
/** No time zone has ever been farther from UTC than that. */
const mostOffsetMs = 16 * 3_600_000;

/** A day of the calendar: how many it is after 1970-01-01. */
export type Day = number;

/** The day that a text such as `2026-11-28` names. */
export function dayNamed(text: string): Day {
  return Date.parse(text) / dayMs;
}

/** `2026-11-28` */
export function nameOfDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day that it is in a time zone at a time. */
export function dayAt(at: number, timeZone: string): Day {
  return Math.floor(localTime(at, timeZone).getTime() / dayMs);
}

/**
 * When a day begins in a time zone, in milliseconds since 1970: at midnight, or at the first moment after
 * it where clocks leave midnight out.
 */
export function startOfDay(day: Day, timeZone: string): number {
  const midnight = day * dayMs;
  // Before anybody kept receipts.
  if (day < 0) return midnight;
  let [before, from] = [midnight - mostOffsetMs, midnight + mostOffsetMs];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayAt(middle, timeZone) >= day) from = middle;
    else before = middle;
  }
  return from;
}
