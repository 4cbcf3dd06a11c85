import type { FaultSetting } from './fault.js';
import { sentences } from './fault-sentences.js';
import { type FaultName, faults, settingsOf } from './faults.js';

/** One fault, for those who choose. */
export interface ListedFault {
  readonly fault: FaultName;
  /** What happens, in one sentence. */
  readonly sentence: string;
  /** The settings that it reads; any other is an error. */
  readonly settings: readonly FaultSetting[];
}

/**
 * Every fault that a script or the header `x-simulator-fault` can ask for.
 *
 * @example
 * faultList.find(({ fault }) => fault === 'stall')?.settings // => ['afterChunks']
 */
export const faultList: readonly ListedFault[] = (Object.keys(faults) as FaultName[]).map(
  (fault) => ({ fault, sentence: sentences[fault], settings: settingsOf(fault) }),
);
