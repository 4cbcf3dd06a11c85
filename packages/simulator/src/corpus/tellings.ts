import { basicTellings } from './tellings-basics.js';
import { bugTellings } from './tellings-bugs.js';
import { callTellings } from './tellings-calls.js';
import { productionTellings } from './tellings-production.js';
import { programTellings } from './tellings-programs.js';
import { pythonTellings } from './tellings-python.js';
import type { Telling } from './topic.js';

/** How a topic is told to others than beginners, by the topic's name. */
export const tellings: ReadonlyMap<string, Telling> = new Map(
  Object.entries({
    ...pythonTellings,
    ...basicTellings,
    ...programTellings,
    ...callTellings,
    ...productionTellings,
  }),
);

/** What a child is told about a topic or a mistake, by its name. */
export const childVersions: ReadonlyMap<string, string> = new Map([
  ...Array.from(tellings, ([name, { child }]) => [name, child] as const),
  ...Object.entries(bugTellings),
]);
