import type { FaultStep } from '@farebox/simulator';
import type { FaultCase } from '@farebox/simulator/fault-table';

/** More requests than a call sends. */
const mostRequests = 8;

/** The script of a case for `simulate({ faults })`: one step for each request; the last repeats. */
export function faultSteps({ script }: Pick<FaultCase, 'script'>): FaultStep[] {
  const last = script.at(-1) ?? 'ok';
  return Array.from({ length: mostRequests }, (_, index) => script[index] ?? last);
}
