import { faultList } from '@farebox/simulator';
import type { Candidate } from './candidate.js';

/** Every fault of the simulator, and what happens. */
export const faultValues: readonly Candidate[] = faultList.map(({ fault, sentence }) => ({
  value: fault,
  description: sentence,
}));
