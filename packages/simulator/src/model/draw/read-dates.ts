const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const month = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
const patterns = [
  /\b\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?\b/g,
  new RegExp(`\\b${month}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b`, 'gi'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}(?:,? \\d{4})?\\b`, 'gi'),
  /\b\d{1,2}\/\d{1,2}\/\d{4}\b/g,
  /\b(?:today|tonight|tomorrow|yesterday|(?:(?:next|this|on|last) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|this|last) (?:week|weekend|month|year))\b/gi,
];
/** The year of a date that names none: the corpus has no clock. */
const assumedYear = 2026;

/** The days a text names, as it names them, in their order. */
export function readDates(text: string): string[] {
  return patterns
    .flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => ({ match, at: match.index })),
    )
    .sort((one, other) => one.at - other.at)
    .map(({ match }) => match[0].replace(/^on /i, ''))
    .slice(0, 50);
}

/** The times of day a text names, as it names them. */
export function readTimes(text: string): string[] {
  const times = text.matchAll(
    /\b(?:[01]?\d|2[0-3])(?::[0-5]\d)?\s?[ap]\.?m\b|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\bnoon\b|\bmidnight\b/gi,
  );
  return Array.from(times, ([time]) => time).slice(0, 50);
}

/**
 * A day as `YYYY-MM-DD`; `undefined` for one that only a calendar could tell, such as "tomorrow".
 *
 * A date without a year is taken to be in 2026; one of numbers only, to begin with the month.
 */
export function isoDay(text: string): string | undefined {
  const iso = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (iso !== undefined) return iso;
  const [, first, second, slashYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined && slashYear !== undefined) {
    return Number(first) > 12 ? join(slashYear, second, first) : join(slashYear, first, second);
  }
  const name = new RegExp(month, 'i').exec(text)?.[0]?.slice(0, 3).toLowerCase();
  const index = months.findIndex((full) => full.startsWith(name ?? '-'));
  const day = /\b(\d{1,2})(?!\d)/.exec(text)?.[1];
  if (index < 0 || day === undefined) return undefined;
  return join(/\b\d{4}\b/.exec(text)?.[0] ?? String(assumedYear), String(index + 1), day);
}

/** A time of day as `HH:MM`. */
export function clockTime(text: string): string | undefined {
  if (/noon/i.test(text)) return '12:00';
  if (/midnight/i.test(text)) return '00:00';
  const [, hour, minute = '00', half] = /^(\d{1,2})(?::(\d\d))?\s?([ap])?/i.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + afternoon;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

function join(year: string, monthNumber: string, day: string): string {
  return `${year}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
