const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const time = String.raw`(\d{2}):(\d{2}):(\d{2})`;

/** `Sun, 06 Nov 1994 08:49:37 GMT`, the form that servers must send. */
const imfFixdate = new RegExp(
  String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) ${time} GMT$`,
);
/** `Sunday, 06-Nov-94 08:49:37 GMT`, obsolete. */
const rfc850 = new RegExp(
  String.raw`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d{2})-([A-Z][a-z]{2})-(\d{2}) ${time} GMT$`,
);
/** `Sun Nov  6 08:49:37 1994`, what C's `asctime` prints, obsolete. */
const asctime = new RegExp(
  String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) ([ \d]\d) ${time} (\d{4})$`,
);

/**
 * The time that an HTTP date names, in milliseconds since 1970, or `undefined` if it is none.
 *
 * Not `Date.parse`: that takes far more than the three forms of RFC 9110 (5.6.7), and reads the third
 * as local time. A two-digit year that looks more than 50 years ahead of `nowMs` lies in the past.
 */
export function httpDate(text: string, nowMs: number): number | undefined {
  let match = imfFixdate.exec(text);
  if (match) {
    const [, day, month, year, hour, minute, second] = match;
    return utc(Number(year), month, day, hour, minute, second);
  }
  match = rfc850.exec(text);
  if (match) {
    const [, day, month, shortYear, hour, minute, second] = match;
    const latest = new Date(nowMs).getUTCFullYear() + 50;
    const year = latest - ((latest - Number(shortYear)) % 100);
    return utc(year, month, day, hour, minute, second);
  }
  match = asctime.exec(text);
  if (match) {
    const [, month, day, hour, minute, second, year] = match;
    return utc(Number(year), month, day, hour, minute, second);
  }
  return undefined;
}

function utc(
  year: number,
  monthName: string | undefined,
  ...rest: (string | undefined)[]
): number | undefined {
  const month = months.indexOf(monthName ?? '');
  const [day = 0, hour = 0, minute = 0, second = 0] = rest.map(Number);
  if (month < 0 || hour > 23 || minute > 59 || second > 60) return undefined;
  const atMs = Date.UTC(year, month, day, hour, minute, second);
  // `Date.UTC` rolls 31 February over into March: a day that does not exist names no time.
  return new Date(Date.UTC(year, month, day)).getUTCDate() === day ? atMs : undefined;
}
