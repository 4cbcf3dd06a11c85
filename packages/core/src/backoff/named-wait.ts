const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  milliseconds: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  mins: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
};

const unit = '(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)(?![a-z])';
const part = String.raw`\d{1,12}(?:\.\d{1,12})? ?${unit}`;
const wait = new RegExp(
  String.raw`\b(?:try again|retry(?: again)?) (?:in|after) (${part}(?:(?: and)? ?${part})*)`,
  'i',
);

/**
 * The wait that a provider's message names, in milliseconds: `try again in 634ms`, `in 1m30s`,
 * `retry after 7 seconds`; `undefined` if it names none.
 *
 * The last resort: a header that says so is exact, a sentence may change with the next release.
 * Rounded up, because a hint is a floor.
 *
 * @example
 * namedWait('Rate limit reached. Please try again in 1m30s.'); // => 90000
 */
export function namedWait(message: string): number | undefined {
  const found = wait.exec(message)?.[1];
  if (found === undefined) return undefined;
  let totalMs = 0;
  for (const [, amount, unit = ''] of found.matchAll(/([\d.]+) ?([a-z]+)/gi)) {
    totalMs += Number(amount) * (unitMs[unit.toLowerCase()] ?? Number.NaN);
  }
  return Number.isFinite(totalMs) ? ceilMs(totalMs) : undefined;
}

/** Rounded up to a whole millisecond, but not for the dust of a float: 1.1 s is 1100 ms, not 1101. */
function ceilMs(ms: number): number {
  return Math.ceil(Math.round(ms * 1000) / 1000);
}
