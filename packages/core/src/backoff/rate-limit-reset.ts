import type { HeaderReader } from './retry-after.js';

const unitMs: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ns: 1e-6,
};
/** Nine digits are 31 years; a date in seconds since 1970 has ten. */
const seconds = /^\d{1,9}(?:\.\d{1,12})?$/;
const duration = /^(?:\d{1,12}(?:\.\d{1,12})?(?:h|ms?|s|[uµμn]s)){1,8}$/;

/**
 * When the limit that was met is free again, by `x-ratelimit-reset-requests` and `-tokens`, in
 * milliseconds; `undefined` if they do not say.
 *
 * Only for a 429 that says nothing more exact. A limit of which something remains was not the one
 * that was met; if both remain, the request was larger than the tokens left. Values are durations as
 * Go writes them (`6m0s`, `12ms`), rounded up, or plain seconds; a plain number that can only be a date
 * counts as unsaid.
 *
 * @example
 * rateLimitReset(new Headers({ 'x-ratelimit-reset-requests': '1m30s' })); // => 90000
 */
export function rateLimitReset(headers: HeaderReader): number | undefined {
  const all = ['requests', 'tokens'];
  // Azure writes -1 for what it does not know: only more than 0 says that something is left.
  const met = all.filter((name) => !(Number(headers.get(`x-ratelimit-remaining-${name}`)) > 0));
  const resets = (met.length > 0 ? met : ['tokens'])
    .map((name) => waitIn(headers.get(`x-ratelimit-reset-${name}`)))
    .filter((ms) => ms !== undefined);
  return resets.length === 0 ? undefined : Math.max(...resets);
}

function waitIn(text: string | null): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (seconds.test(trimmed)) return Math.ceil(Math.round(Number(trimmed) * 1e6) / 1e3);
  if (!duration.test(trimmed)) return undefined;
  let ms = 0;
  for (const [, amount, unit = ''] of trimmed.matchAll(/([\d.]+)([a-zµμ]+)/g)) {
    ms += Number(amount) * (unitMs[unit] ?? Number.NaN);
  }
  // Not for the dust of a float: 1.1 s is 1100 ms, not 1101.
  const wholeMs = Math.ceil(Math.round(ms * 1e6) / 1e6);
  return Number.isSafeInteger(wholeMs) ? wholeMs : undefined;
}
