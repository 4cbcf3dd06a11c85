import { isChatError } from '@farebox/core';
import { faultNames } from '../faults/steps.ts';
import type { World } from './world/world.ts';

/** How often each thing occurred, by its name. */
export type Coverage = Readonly<Record<string, number>>;

/** What occurred in one run: a simulation that no longer meets a fault must not look as if it did. */
export function occurrences({ calls, events, ledgers, scenario }: World): Coverage {
  const found: Record<string, number> = {};
  const count = (kind: string, name: unknown) => {
    const key = `${kind}: ${String(name)}`;
    found[key] = (found[key] ?? 0) + 1;
  };
  for (const call of calls) {
    for (const { requests, ends } of call.attempts) {
      for (const { step } of requests) for (const name of faultNames(step)) count('fault', name);
      for (const end of ends) count('stream ends', typeof end === 'string' ? end : 'failed');
    }
    for (const outcome of call.outcomes) {
      count('call ends', outcome.how);
      if (outcome.how !== 'threw') count(`${outcome.how} by`, call.plan.reading);
      if (outcome.how !== 'threw' || !isChatError(outcome.error)) continue;
      const { kind, code, gaveUp, delivered } = outcome.error;
      count('error', kind);
      if (code !== undefined) count('code', code);
      if (gaveUp !== undefined) count('gave up', gaveUp);
      if (delivered) count('delivered, then', kind);
    }
  }
  for (const { type } of events) count('event', type);
  for (const { receipts, endedMs = 0, settledMs = 0 } of calls) {
    if (settledMs > endedMs) count('drained', receipts.at(-1)?.cost.known);
  }
  for (const { aborted } of calls) if (aborted !== undefined) count('aborted', aborted.phase);
  for (const { kind } of scenario.upsets) count('upset', kind);
  for (const { outcome, cost } of ledgers.flatMap(({ settled }) => settled)) {
    count('receipt', outcome);
    count('cost', cost.known);
  }
  return found;
}

/** Both together. */
export function sum(one: Coverage, other: Coverage): Coverage {
  const total: Record<string, number> = { ...one };
  for (const [name, times] of Object.entries(other)) total[name] = (total[name] ?? 0) + times;
  return total;
}
