import { httpDate } from './http-date.js';

/** The one thing that is needed of response headers; fits `Headers`. Names are asked for in lower case. */
export interface HeaderReader {
  get(name: string): string | null;
}

/**
 * How long the server asks to wait, in milliseconds; `undefined` if it does not say, or not clearly.
 *
 * Nothing is clamped: an hour is an hour, and it is for the policy to give up. `retry-after-ms` wins
 * over `Retry-After`, whose dates are measured against the reply's own `Date`, so that a wrong local
 * clock does not matter. Negative, empty, several or non-decimal values (`1e9`) count as unsaid.
 *
 * @param nowMs The wall clock, in milliseconds since 1970; used where the reply has no `Date`.
 * @example
 * retryAfter(new Headers({ 'retry-after': '90' }), Date.now()); // => 90000
 */
export function retryAfter(headers: HeaderReader, nowMs: number): number | undefined {
  const exactMs = decimal(headers.get('retry-after-ms'), 1);
  if (exactMs !== undefined) return exactMs;
  const text = headers.get('retry-after')?.trim() ?? '';
  const waitMs = decimal(text, 1000);
  if (waitMs !== undefined) return waitMs;
  const untilMs = httpDate(text, nowMs);
  if (untilMs === undefined) return undefined;
  const serverNowMs = httpDate(headers.get('date')?.trim() ?? '', nowMs) ?? nowMs;
  return untilMs >= serverNowMs ? Math.ceil(untilMs - serverNowMs) : undefined;
}

/** Whole milliseconds, rounded up: a hint is a floor. */
function decimal(text: string | null, unitMs: number): number | undefined {
  if (text === null || !/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return undefined;
  const ms = Math.ceil(Number(text) * unitMs);
  return Number.isSafeInteger(ms) ? ms : undefined;
}
