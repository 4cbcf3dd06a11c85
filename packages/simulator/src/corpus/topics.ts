import { api } from './api.js';
import { data } from './data.js';
import { functions } from './functions.js';
import { loops } from './loops.js';
import type { Topic } from './topic.js';

/** All that can be explained. */
export const topics: readonly Topic[] = [...loops, ...functions, ...data, ...api];
