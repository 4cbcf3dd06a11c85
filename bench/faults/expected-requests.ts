import type { FaultCase } from '@farebox/simulator/fault-table';
import { faultNames } from './steps.ts';

/** How many requests leave, by the table: one for each attempt, and one for a redirect that is followed. */
export function expectedRequests({ script, client, expected }: FaultCase): number {
  const unsent = client === 'abort-before-send' ? 1 : 0;
  const followed = faultNames(script[0]).includes('redirect') && expected.exit === 0 ? 1 : 0;
  return expected.attempts - unsent + followed;
}
