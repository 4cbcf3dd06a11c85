import { exampleOpening, inLanguage, notInLanguage } from '../corpus/replies.js';
import { childVersions, tellings } from '../corpus/tellings.js';
import type { Bug, Exercise, Topic } from '../corpus/topic.js';
import type { TargetLanguage } from '../text/language.js';
import type { Slots } from '../text/template.js';
import { type AnswerParts, wholeParts } from './answer-parts.js';
import { exampleIn, fenced } from './example.js';
import { laidOut } from './layout.js';
import type { Style } from './style.js';
import type { Subject } from './subject.js';
import { type Explained, subjectParts } from './subject-parts.js';
import { translationOf } from './translate.js';
import { tutorClosing, tutorOpening } from './voice.js';

/** A template, and the values of its slots. */
export interface Content {
  readonly template: string;
  readonly slots: Slots;
  /** The same taken apart; missing where it is the plain truth or code alone, which no voice changes. */
  readonly parts?: AnswerParts;
  /** What a Socratic teacher asks before it. */
  readonly question?: string;
}

/** The answer about a subject, in a style. */
export function answerAbout(subject: Subject, prompt: string, style: Style): Content {
  if (subject.kind === 'piece') {
    const { name, text } = subject.entry;
    return { template: text, slots: {}, parts: wholeParts(name, text) };
  }
  const { name } = subject.entry;
  const telling = tellings.get(name);
  const slots = { ...(subject.kind === 'bug' && subject.slots), about: name };
  const { codeLanguage, limit } = style;
  if (limit === undefined && codeLanguage !== undefined && codeLanguage !== 'Python') {
    return answerInLanguage(subject, prompt, { ...style, codeLanguage });
  }
  const parts = subjectParts(subject, style);
  const template =
    limit === undefined
      ? templateFor(subject, parts, style)
      : limited(subject, parts, limit, telling?.words ?? []);
  return { template, slots, parts, ...(telling && { question: telling.question }) };
}

/** Who asks for code and counts lines means the code's. */
function limited(
  subject: Explained,
  parts: AnswerParts,
  limit: NonNullable<Style['limit']>,
  words: readonly string[],
): string {
  if (subject.kind !== 'exercise' || limit.unit === 'words') return laidOut(parts, limit, words);
  const code = fenced('python', parts.code ?? '');
  if (limit.unit === 'lines') return paragraphs(parts.summary, code);
  return paragraphs(laidOut({ ...parts, code: undefined }, limit, words), code);
}

/** Bugs are Python's own: their code is not carried over. */
function answerInLanguage(
  subject: Explained,
  prompt: string,
  style: Style & { codeLanguage: TargetLanguage },
): Content {
  const { codeLanguage: language } = style;
  const slots = { about: subject.entry.name, language };
  if (subject.kind === 'bug') return { template: notInLanguage, slots };
  const code = exampleIn(subject.entry.example, language);
  if (code !== undefined) {
    const parts = subjectParts(subject, style);
    return { template: inOtherLanguage(subject, code, style), slots, parts };
  }
  const snippet = subject.kind === 'topic' ? translationOf(prompt, language) : undefined;
  return snippet ?? { template: notInLanguage, slots };
}

function inOtherLanguage(
  { kind, entry }: Exclude<Explained, { kind: 'bug' }>,
  code: string,
  { audience }: Style,
) {
  if (kind === 'exercise') return paragraphs(entry.opening, code, entry.notes);
  const told = audience === 'children' ? childVersions.get(entry.name) : undefined;
  return paragraphs(told ?? entry.brief[0], inLanguage, code);
}

function templateFor(subject: Explained, parts: AnswerParts, style: Style): string {
  const { audience, persona, length } = style;
  const isTold =
    (audience === 'children' && childVersions.has(subject.entry.name)) ||
    (audience === 'experts' && subject.kind === 'topic');
  if (isTold && length !== 'example') return told(subject, parts, style);
  if (persona === 'greybeard' && length === 'full') {
    return paragraphs(parts.summary, fenced(codeLanguageOf(subject), parts.code ?? ''));
  }
  switch (subject.kind) {
    case 'bug':
      return bugAnswer(subject.entry, style);
    case 'exercise':
      return exerciseAnswer(subject.entry, style);
    case 'topic':
      return topicAnswer(subject.entry, style);
  }
}

/** A version of its own for an audience, which needs no example; a debugger mends the code all the same. */
function told(subject: Explained, { summary, explanation, points }: AnswerParts, style: Style) {
  if (style.length === 'sentence') return summary;
  if (style.length === 'brief') return points.slice(0, 2).join('\n');
  if (subject.kind !== 'bug' || style.role !== 'debugger') return explanation;
  return paragraphs(explanation, '**Fixed code:**', fenced('python', subject.entry.fix));
}

function codeLanguageOf({ kind, entry }: Explained): string {
  return kind === 'bug' ? 'python' : entry.example.language;
}

function topicAnswer(topic: Topic, style: Style): string {
  const [first] = topic.brief;
  const code = exampleIn(topic.example) ?? '';
  switch (style.length) {
    case 'sentence':
      return first;
    case 'brief':
      return topic.brief.join('\n');
    case 'example':
      return paragraphs(exampleOpening, code, topic.notes);
    case 'lesson':
      return taught(style, first, code);
    case 'full':
      return taught(style, topic.explanation, code, topic.notes);
  }
}

function exerciseAnswer({ opening, example, notes }: Exercise, style: Style): string {
  const code = exampleIn(example) ?? '';
  if (style.length === 'sentence') return opening;
  if (style.audience === 'experts') return paragraphs(code, notes);
  if (style.length === 'full') return taught(style, opening, code, notes);
  return taught(style, opening, code);
}

function bugAnswer(bug: Bug, style: Style): string {
  const fix = fenced('python', bug.fix);
  if (style.length === 'sentence') return bug.cause;
  if (style.length === 'brief') return `${bug.cause}\n${bug.lesson}`;
  if (style.length === 'example') return paragraphs(exampleOpening, fix, bug.lesson);
  if (style.role === 'debugger') {
    return paragraphs(`**Root cause:** ${bug.cause}`, '**Fixed code:**', fix, bug.lesson);
  }
  if (style.audience === 'experts') return paragraphs(bug.cause, fix);
  const works = '[[Here is a version that works:|This version works:|Write it like this instead:]]';
  return taught(style, bug.cause, works, fix, bug.lesson);
}

function taught(style: Style, ...parts: string[]): string {
  return style.role === 'tutor' && style.audience !== 'experts'
    ? paragraphs(tutorOpening, ...parts, tutorClosing)
    : paragraphs(...parts);
}

function paragraphs(...parts: string[]): string {
  return parts.join('\n\n');
}
