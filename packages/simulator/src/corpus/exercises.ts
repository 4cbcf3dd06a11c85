import { basicExercises } from './exercises-basics.js';
import { callExercises } from './exercises-calls.js';
import { clientExercises } from './exercises-clients.js';
import type { Exercise } from './topic.js';

/** Code that can be asked for; of two that fit equally well, the earlier one is written. */
export const exercises: readonly Exercise[] = [
  ...basicExercises,
  ...callExercises,
  ...clientExercises,
];
