import { ChatError } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';

/** A check for an option that takes a time zone. */
export function timeZone(option: string): (text: string) => string {
  return (text) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: text });
      return text;
    } catch {
      throw new ChatError({
        kind: 'configuration',
        message: `${option} "${oneLine(text)}" is no time zone that this Node knows.`,
        fix: `Write an IANA name, as in ${option} Europe/Berlin, or UTC.`,
      });
    }
  };
}

/** The time zone of this machine, or UTC where it does not say. */
export function ownTimeZone(): string {
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  // What ICU calls a TZ that it does not know; formatting with it throws.
  return zone === undefined || zone === 'Etc/Unknown' ? 'UTC' : zone;
}
