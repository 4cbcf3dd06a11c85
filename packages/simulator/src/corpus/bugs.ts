import { containerBugs } from './bugs-containers.js';
import { functionBugs } from './bugs-functions.js';
import { valueBugs } from './bugs-values.js';
import type { Bug } from './topic.js';

/** The classic mistakes; of two that fit equally well, the earlier one is named. */
export const bugs: readonly Bug[] = [...containerBugs, ...functionBugs, ...valueBugs];
