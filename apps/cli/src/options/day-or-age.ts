import { ChatError } from '@farebox/core';
import { type Day, dayAt, dayNamed } from '../calendar/days.js';
import { dayOf } from './day-of.js';

const age = /^(\d{1,5})d$/;

/** A check for an option that takes a day, as `2026-11-24`, or one so many days ago, as `7d`. */
export function dayOrAge(option: string): (text: string) => string {
  const day = dayOf(option);
  return (text) => {
    if (age.test(text)) return text;
    try {
      return day(text);
    } catch {
      throw new ChatError({
        kind: 'configuration',
        message: `${option} is neither a day nor a number of days.`,
        fix: `Write it as in ${option} 2026-11-24 or ${option} 7d, which is the day seven days ago.`,
      });
    }
  };
}

/** A check for an option that takes a number of days, as `90d`. */
export function daysOld(option: string): (text: string) => string {
  return (text) => {
    if (age.test(text)) return text;
    throw new ChatError({
      kind: 'configuration',
      message: `${option} is no number of days.`,
      fix: `Write it as in ${option} 90d.`,
    });
  };
}

/** The day that a checked text means at a time. */
export function dayMeant(text: string, now: number, timeZone: string): Day {
  const [, days] = age.exec(text) ?? [];
  return days === undefined ? dayNamed(text) : dayAt(now, timeZone) - Number(days);
}
