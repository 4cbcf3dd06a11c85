import { api } from './api.js';
import { basics } from './basics.js';
import { data } from './data.js';
import { errors } from './errors.js';
import { functions } from './functions.js';
import { loops } from './loops.js';
import { messages } from './messages.js';
import { models } from './models.js';
import { production } from './production.js';
import { programs } from './programs.js';
import type { Topic } from './topic.js';

/** The language: what a beginner asks about Python. */
export const languageTopics: readonly Topic[] = [
  ...loops,
  ...functions,
  ...data,
  ...basics,
  ...programs,
];

/** All that can be explained. */
export const topics: readonly Topic[] = [
  ...languageTopics,
  ...api,
  ...messages,
  ...models,
  ...errors,
  ...production,
];
