import { describe, expect, it } from 'vitest';
import { authoredAnswer } from '../model/authored-answer.js';
import { segmentsOf } from '../text/template.js';
import { bugs } from './bugs.js';
import { exercises } from './exercises.js';
import { pieces } from './pieces.js';
import { tellings } from './tellings.js';
import { topics } from './topics.js';

const systems = [
  'You help.',
  'You are a friendly tutor for beginners.',
  'You are a debugger.',
  'You teach children.',
  'You write for senior engineers.',
  'You are Ada, a pirate.',
  'You are a Shakespearean poet.',
  'You are a terse Unix greybeard.',
  'Use the Socratic method.',
  'Write in a formal tone.',
  'Write in a casual tone.',
];
const forms = ['', ' in one sentence', ' in two lines', ' in 4 sentences', ' in 6 bullet points'];

const questions = [
  ...topics.map(({ name }) => `Explain ${name}`),
  ...exercises.map(({ name }) => `Write ${name}`),
  ...pieces.map(({ signals }) => signals[0]?.[0].source ?? ''),
];
const templates = systems.flatMap((content) =>
  questions.flatMap((question) => forms.map((form) => templateFor(content, question + form))),
);

function templateFor(system: string, prompt: string): string {
  const { template } = authoredAnswer({
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: prompt },
    ],
  });
  return template;
}

/** Every choice with every choice next to it, code taken out. */
function* joins(template: string): Generator<string> {
  const segments = segmentsOf(template);
  for (const [index, segment] of segments.entries()) {
    const [middle = [''], after = ['']] = segments.slice(index + 1, index + 3);
    for (const first of segment) {
      for (const second of middle) for (const third of after) yield prose(first + second + third);
    }
  }
}

function prose(text: string): string {
  return text
    .replace(/```[\s\S]*?(?:```|$)/g, '¤')
    .replace(/\{\{\w+=(.*?)\}\}/g, '$1')
    .replace(/`[^`\n]*`/g, '¤');
}

/** Where the fault is, with what stands around it. */
function excerpt(text: string, fault: RegExp): string {
  const start = text.search(fault);
  return text.slice(Math.max(0, start - 30), start + 40);
}

const faults: readonly (readonly [string, RegExp])[] = [
  ['two spaces', /\S {2,}\S/],
  ['a space before a sign', /\w [,.;:!?](?!\w|\.)/],
  ['two signs', /[,;:][,.;:]|[^.]\.\.(?!\.)/],
  ['the same word twice', /\b(?!that\b|had\b|ho\b)(\w{2,}) \1\b/i],
  [
    '“a” before a vowel',
    /\ba (?=[aeiou])(?!one\b|once\b|us(?:e|er|ed|eful|ual)\b|uni[a-z]|unit|eu|url|utf)/i,
  ],
  ['“an” before a consonant', /\ban (?=[bcdfgjkpqtvwyz])(?!f-string)/i],
];

const everyText = [
  ...new Set([
    ...templates,
    ...bugs.flatMap(({ cause, lesson }) => [cause, lesson]),
    ...Array.from(tellings.values(), ({ question }) => question),
  ]),
];

describe('any choices together', () => {
  it.each(faults)('make no text with %s', (_, fault) => {
    const faulty = new Set<string>();
    for (const template of everyText) {
      for (const text of joins(template)) if (fault.test(text)) faulty.add(excerpt(text, fault));
    }
    expect([...faulty]).toEqual([]);
  });

  it('make a text that begins and ends as one', () => {
    for (const template of everyText) {
      expect(template).toMatch(/^\S[\s\S]*\S$/);
      for (const segment of segmentsOf(template))
        expect(new Set(segment).size).toBe(segment.length);
    }
  });
});
