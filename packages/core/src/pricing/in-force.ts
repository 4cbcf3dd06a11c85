import type { DatedPrice } from './catalogue.js';

/** Whether a price holds at a time: on its days, at its hours, both in UTC and without their end. */
export function isInForce({ from, to, hours }: DatedPrice, at: number): boolean {
  if (!Number.isFinite(at)) return false;
  if (from !== undefined && at < Date.parse(from)) return false;
  if (to !== undefined && at >= Date.parse(to)) return false;
  if (hours === undefined) return true;
  const time = new Date(at).toISOString().slice(11, 16);
  return hours.from <= hours.to
    ? hours.from <= time && time < hours.to
    : hours.from <= time || time < hours.to;
}
