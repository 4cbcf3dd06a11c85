import { introduction, personaVoices, registerVoices, type Voice } from '../corpus/voices.js';
import type { Register } from '../text/persona.js';
import type { AnswerParts } from './answer-parts.js';
import type { Style } from './style.js';

/** How a tutor begins. */
export const tutorOpening =
  '[[Good question!|Happy to help!|Great thing to ask!|Let’s look at this together.|Nice, this is a useful one to know.|You are asking about something that comes up every day.]] [[Let’s take it step by step.|We’ll go slowly.|No experience needed.|Here is the idea in plain words.]]';

/** How a tutor ends: with something to try. */
export const tutorClosing =
  '[[Try it yourself:|Now you:|A small exercise:|To make it stick:]] [[change one value in the example and guess the output before you run it|type the example in by hand and change one thing|write your own version with other names|explain each line aloud to a friend]]. [[You’ve got this!|Have fun!|Ask away if anything is unclear.|Keep going, you are doing well.]]';

const silent: Voice = { opening: '', closing: '', lead: '' };

/**
 * The answer in the voice that is asked for, beginning with its name where it has one.
 *
 * Where sentences or lines are counted, a voice adds no more than the first words of the first.
 */
export function voiced(template: string, style: Style, question?: string): string {
  const { persona, register, length, limit } = style;
  const spoken = worded(template, style);
  if (limit?.unit === 'words') return spoken;
  const voice =
    persona !== undefined
      ? personaVoices[persona]
      : register !== undefined
        ? registerVoices[register]
        : silent;
  const named = style.name !== undefined;
  if (limit !== undefined || length === 'sentence' || length === 'brief') {
    const isList = limit?.unit === 'points' || limit?.unit === 'steps';
    const lead = named ? introduction.lead : voice.lead;
    return isList ? spoken.replace(/^\S+ /, (mark) => `${mark}${lead}`) : `${lead}${spoken}`;
  }
  const opening =
    question === undefined
      ? voice.opening
      : voice.opening.replace(/\{\{question=.*?\}\}/, () => question);
  return `${named ? introduction.opening : ''}${opening}${spoken}${voice.closing}`;
}

/** The parts of an answer in the words of its voice; the summary begins as the answer would. */
export function voicedParts(parts: AnswerParts, style: Style): AnswerParts {
  const [first, ...others] = parts.points;
  return {
    ...parts,
    summary: voiced(parts.summary, { ...style, length: 'sentence', limit: undefined }),
    explanation: worded(parts.explanation, style),
    points: [worded(first, style), ...others.map((text) => worded(text, style))],
    notes: worded(parts.notes, style),
  };
}

function worded(template: string, { persona, register }: Style): string {
  const said = register === undefined ? template : inRegister(template, register);
  return persona === 'pirate' ? outsideCode(said, asPirate) : said;
}

const short: readonly (readonly [RegExp, string])[] = [
  [/\bcannot\b/g, 'can’t'],
  [/\b(do|does|is|are|was|has|have|would|should|need) not\b/gi, '$1n’t'],
  [/\bwill not\b/g, 'won’t'],
  [/\b(you|it|they|we) will\b/gi, '$1’ll'],
  [/\b(You|you|They|they) are\b/g, '$1’re'],
];
const long: readonly (readonly [RegExp, string])[] = [
  [/\bcan’t\b/g, 'cannot'],
  [/\bwon’t\b/g, 'will not'],
  [/\b(do|does|is|are|was|has|have|would|should|need)n’t\b/gi, '$1 not'],
  [/\b(you|it|they|we)’ll\b/gi, '$1 will'],
  [/\b(you|they|we)’re\b/gi, '$1 are'],
  [/\b(you|they|we)’ve\b/gi, '$1 have'],
  [/\bLet’s\b/g, 'Let us'],
  [/\blet’s\b/g, 'let us'],
];

function inRegister(template: string, register: Register): string {
  const changes = register === 'casual' ? short : long;
  return outsideCode(template, (text) =>
    changes.reduce(
      (changed, [pattern, replacement]) => changed.replace(pattern, replacement),
      text,
    ),
  );
}

function asPirate(text: string): string {
  return text
    .replace(/\byour\b/g, 'yer')
    .replace(/\bYour\b/g, 'Yer')
    .replace(/\byou\b/g, 'ye')
    .replace(/\bYou\b/g, 'Ye')
    .replace(/\bmy\b/g, 'me');
}

/** Changes the words of a template, and neither its code nor its slots. */
function outsideCode(template: string, change: (text: string) => string): string {
  return template
    .split(/(```[\s\S]*?(?:```|$)|`[^`\n]*`|\{\{.*?\}\})/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
