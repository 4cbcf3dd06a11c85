import { ChatError } from '@farebox/core';

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** The last minute that was asked for, and what it came to: clocks change on whole minutes only. */
  minute: number;
  offsetMs: number;
}

const minuteMs = 60_000;
const zones = new Map<string, Zone>();

/**
 * How far the clocks of a time zone are ahead of UTC at a time, by the rules that `Intl` knows.
 *
 * @throws {ChatError} `configuration` for a name that is no time zone.
 */
function zoneOffsetMs(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const zone = zoneNamed(timeZone);
  const minute = Math.floor(at / minuteMs);
  if (zone.minute !== minute) {
    const fields: Record<string, number> = {};
    for (const { type, value } of zone.format.formatToParts(minute * minuteMs)) {
      fields[type] = Number(value);
    }
    const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0, second = 0 } = fields;
    zone.offsetMs = Date.UTC(year, month - 1, day, hour, minutes, second) - minute * minuteMs;
    zone.minute = minute;
  }
  return zone.offsetMs;
}

/**
 * A time as the clocks of a zone show it, by which windows begin: a `Date` whose UTC fields are the local ones.
 *
 * The trap: it is no moment. Read its `getUTC…` fields, and do not compare it with other times.
 *
 * @param at milliseconds since 1970.
 * @throws {ChatError} `configuration` for a zone that this runtime does not know, and for what is no time.
 * @example
 * localTime(Date.UTC(2026, 10, 28, 23), 'Europe/Berlin').getUTCDate(); // => 29
 */
export function localTime(at: number, timeZone: string): Date {
  const local = new Date(at + zoneOffsetMs(at, timeZone));
  if (Number.isNaN(local.getTime())) {
    throw new ChatError({
      kind: 'configuration',
      message: `The clock says ${at}, which is no time in milliseconds since 1970.`,
      fix: 'Pass a clock whose now() is like Date.now().',
    });
  }
  return local;
}

function zoneNamed(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const zone = { format: formatIn(timeZone), minute: Number.NaN, offsetMs: 0 };
  zones.set(timeZone, zone);
  return zone;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new ChatError({
      kind: 'configuration',
      message: `timeZone is "${timeZone}", which is no time zone that this runtime knows.`,
      fix: "Write an IANA name, such as 'Europe/Berlin', or 'UTC'.",
    });
  }
}
