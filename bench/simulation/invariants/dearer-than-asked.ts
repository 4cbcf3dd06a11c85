import { faultNames } from '../../faults/steps.ts';
import type { World } from '../world/world.ts';

/** Faults by which a provider serves what nobody asked for, at a price that no reservation could know. */
const dearer = ['other-model', 'other-tier'];

/**
 * The receipts whose bound may be too low, and which may be overruns: the provider has broken what the
 * bound assumes.
 */
export function excusedOverruns({ calls }: World): ReadonlySet<string> {
  const excused = calls.flatMap(({ attempts }) =>
    attempts.filter(({ requests }) =>
      requests.some(({ step }) => faultNames(step).some((name) => dearer.includes(name))),
    ),
  );
  return new Set(excused.map(({ callId, number }) => `${callId}/${number}`));
}
