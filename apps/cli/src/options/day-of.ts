import { ChatError } from '@farebox/core';

/** A check for an option that takes a day, as `2026-11-24`. */
export function dayOf(option: string): (text: string) => string {
  return (text) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : new Date(Number.NaN);
    // A day that a month does not have, as 2026-02-30, is moved on to one that exists.
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
    throw new ChatError({
      kind: 'configuration',
      message: `${option} is not a day.`,
      fix: `Write it as in ${option} 2026-11-24.`,
    });
  };
}
