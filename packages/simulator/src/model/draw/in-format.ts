import { clockTime, isoDay } from './read-dates.js';

/** A text as the format wants it, where the two say the same; else as it is. */
export function inFormat(text: string, format: string | undefined): string[] {
  switch (format) {
    case 'date':
      return [isoDay(text) ?? text];
    case 'time': {
      const time = clockTime(text);
      return time === undefined ? [text] : [`${time}:00Z`, text];
    }
    case 'date-time': {
      const day = isoDay(text);
      return day === undefined || /T\d/.test(text) ? [text] : [`${day}T09:00:00Z`];
    }
    default:
      return [text];
  }
}
