import { remarks } from '../corpus/remarks.js';
import { partsOf } from './prompt-parts.js';
import type { Style } from './style.js';
import type { Slots } from './template.js';

const opening =
  '[[Here is my review|My review|What I noticed]], [[the most important point first|in order of weight|gravest first]]:';
const closing = [
  '**Tests:** [[cover|add tests for]] [[an empty input|the empty case]], [[a single item|one element]], and [[a value you do not expect|something invalid]].',
  '**Good:** [[the code is short|it is small enough to read at a glance|it fits on one screen]] and [[does one thing|has one job]], which makes [[every change above easy|these changes simple]].',
];

/** How many points a short review makes. */
const briefRemarks = 2;

/** A review of Python code as a list; `undefined` when there is no code to review. */
export function reviewOf(
  prompt: string,
  length: Style['length'],
): { template: string; slots: Slots } | undefined {
  const { code } = partsOf(prompt);
  if (!/\bdef\s+\w+\s*\(|\bfor\s+\w+\s+in\b|^\s*\w+\s*=[^=]/m.test(code)) return undefined;
  const found = remarks.filter(({ notices }) => notices(code)).map(({ text }) => text);
  const all = [...found, ...closing];
  const kept = length === 'brief' || length === 'sentence' ? all.slice(0, briefRemarks) : all;
  return { template: [opening, '', ...kept.map((text) => `- ${text}`)].join('\n'), slots: {} };
}
