import type { DatedPrice } from '@farebox/core';

/** Whether a price holds on a day, at whatever hours. Days are text, as `2026-11-24`, and in UTC. */
export function holdsOn({ from, to }: DatedPrice, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** The day of a time, in UTC. */
export function dayAt(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}
