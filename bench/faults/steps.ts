import type { FaultStep } from '@farebox/simulator';
import type { FaultCase } from '@farebox/simulator/fault-table';

/** More requests than any client sends for one call. */
const mostRequests = 12;

/** One step for each request; the last repeats. */
export function stepsOf({ script }: FaultCase): FaultStep[] {
  const last = script.at(-1) ?? 'ok';
  return Array.from({ length: mostRequests }, (_, index) => script[index] ?? last);
}

/** The names of the faults in a step. */
export function faultNames(step: FaultStep | undefined): string[] {
  if (step === undefined || step === 'ok') return [];
  if (typeof step === 'string') return [step];
  return 'fault' in step ? [step.fault] : step.map(({ fault }) => fault);
}
