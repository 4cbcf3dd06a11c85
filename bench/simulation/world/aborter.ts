import type { Clock } from '@farebox/core';
import type { AbortPlace } from '../scenario/scenario.ts';
import type { CallRecord } from './records.ts';

/** Aborts a call where its plan says. */
export interface Aborter {
  /** The call has come to a place; the nth time there may be the one. */
  reached(call: CallRecord, place: AbortPlace): void;
}

/** @param abort is told when the moment has come. */
export function aborter(clock: Clock, abort: (call: CallRecord) => void): Aborter {
  const counts = new Map<string, number>();
  return {
    reached(call, place) {
      const { abort: plan } = call.plan;
      if (plan.place !== place) return;
      const key = `${call.index} ${place}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const isOnce = place === 'before' || place === 'after-ms' || place === 'on-end';
      if (count !== (isOnce ? 1 : plan.nth)) return;
      if (place === 'before') abort(call);
      else if (plan.delayMs > 0) clock.after(plan.delayMs, () => abort(call));
      else void afterTurns(plan.turns, () => abort(call));
    },
  };
}

/** In the middle of what else is going on: between one promise and the next. */
async function afterTurns(turns: number, task: () => void): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined;
  task();
}
