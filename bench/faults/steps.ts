import type { FaultStep } from '@farebox/simulator';
import type { FaultCase } from '@farebox/simulator/fault-table';

/** More requests than any client sends for one call. */
const mostRequests = 12;

/** One step for each request; the last repeats. */
export function stepsOf({ script }: FaultCase): FaultStep[] {
  const last = script.at(-1) ?? 'ok';
  return Array.from({ length: mostRequests }, (_, index) => script[index] ?? last);
}
