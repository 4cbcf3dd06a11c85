import type { FaultCase } from '@farebox/simulator/fault-table';
import { faultNames } from './steps.ts';

/** The clocks of Farebox in the matrix: short, so that the run is. Its defaults are a minute each. */
export const fareboxClocks = {
  headersMs: 1_200,
  firstChunkMs: 1_200,
  idleMs: 1_200,
  unreadMs: 1_200,
  totalMs: 20_000,
} as const;

/** A call that has not ended by then hangs: longer than any two waits of any client here. */
export const capMs = 14_000;
/** The same for replies without an end, which only a client's own limits can end. */
export const endlessCapMs = 5_000;
/** Memory that such a reply may take, before the client is stopped: it would take all there is. */
export const endlessMegabytes = 400;

const endless = new Set([
  'gzip-bomb',
  'giant-line',
  'endless-event',
  'endless-events',
  'endless-comments',
]);

/** Whether the reply of a case has no end, or none that memory could hold. */
export function isEndless({ script }: FaultCase): boolean {
  return script.flatMap(faultNames).some((name) => endless.has(name));
}

/** Whether a case must have its process to itself: for its memory, or for the clock on the wall. */
export function runsAlone(faultCase: FaultCase): boolean {
  return isEndless(faultCase) || faultCase.client === 'clock-jumps';
}
