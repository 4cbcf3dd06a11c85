import { bugs } from '../corpus/bugs.js';
import { remarks } from '../corpus/remarks.js';
import type { Slots } from '../text/template.js';
import { partsOf } from './prompt-parts.js';
import { sentencesOf } from './sentences.js';
import type { Style } from './style.js';
import type { Content } from './subject-answer.js';

const opening =
  '[[Here is my review|My review|What I noticed]], [[the most important point first|in order of weight|gravest first]]:';
const tests =
  '**Tests:** [[cover|add tests for]] [[an empty input|the empty case]], [[a single item|one element]], and [[a value you do not expect|something invalid]].';
const praise =
  '**Good:** [[the code is short|it is small enough to read at a glance|it fits on one screen]] and [[does one thing|has one job]], which makes [[every change above easy|these changes simple]].';

/** How many points a short review makes, and how many a whole one. */
const briefRemarks = 2;
const maximumRemarks = 8;
/** Code with no more remarks and lines than these is called good. */
const neatRemarks = 4;
const neatLines = 12;

/**
 * A review of Python code as a list, in the names of the code; `undefined` when there is none.
 *
 * Classic mistakes come first, then risks, then what could read better.
 */
export function reviewOf(prompt: string, { length, limit }: Style): Content | undefined {
  const { code, showsCode } = partsOf(prompt);
  if (!showsCode) return undefined;
  const found = [...mistakesIn(code), ...remarksOn(code)].slice(0, maximumRemarks);
  const isShort = length === 'brief' || length === 'sentence';
  const count = limit?.count ?? (isShort ? briefRemarks : Number.POSITIVE_INFINITY);
  const slots: Record<string, string> = {};
  const points = [...found, ...closingOf(code, found.length)]
    .slice(0, Math.max(1, count))
    .map((remark, index) => ownSlots(remark, index, slots));
  const [first = opening, ...others] = points;
  return {
    template: [opening, '', ...points.map((text) => `- ${text}`)].join('\n'),
    slots,
    parts: {
      name: 'code review',
      summary: first,
      explanation: points.join('\n'),
      points: [first, ...others],
      code: undefined,
      notes: tests,
    },
  };
}

/** Praise is for code that has earned it. */
function closingOf(code: string, remarks: number): Noticed[] {
  const isNeat = remarks <= neatRemarks && code.trim().split('\n').length <= neatLines;
  return (isNeat ? [tests, praise] : [tests]).map((text) => ({ text, slots: {} }));
}

interface Noticed {
  readonly text: string;
  readonly slots: Slots;
}

function mistakesIn(code: string): Noticed[] {
  return bugs.flatMap(({ detect, cause, lesson }) => {
    const slots = detect(code);
    if (slots === undefined) return [];
    const [what = cause] = sentencesOf(cause);
    const [cure = lesson] = sentencesOf(lesson);
    return [{ text: `**Bug:** ${what} ${cure}`, slots }];
  });
}

function remarksOn(code: string): Noticed[] {
  return remarks.flatMap(({ notices, text }) => {
    const slots = notices(code);
    return slots === undefined ? [] : [{ text, slots }];
  });
}

/** Two remarks may speak of different things by the same slot, so each has slots of its own. */
function ownSlots({ text, slots }: Noticed, index: number, all: Record<string, string>): string {
  for (const [name, value] of Object.entries(slots)) all[`${name}${index}`] = value;
  return text.replace(/\{\{(\w+)=/g, (_, name: string) => `{{${name}${index}=`);
}
