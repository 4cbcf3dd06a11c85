import { exampleOpening, inLanguage, notInLanguage } from '../corpus/replies.js';
import type { Bug, Exercise, Topic } from '../corpus/topic.js';
import { exampleIn, fenced } from './example.js';
import type { TargetLanguage } from './language.js';
import type { Style } from './style.js';
import type { Subject } from './subject.js';
import type { Slots } from './template.js';
import { translationOf } from './translate.js';
import { tutorClosing, tutorOpening } from './voice.js';

/** A template, and the values of its slots. */
export interface Content {
  readonly template: string;
  readonly slots: Slots;
}

/** The answer about a subject, in a style. */
export function answerAbout(subject: Subject, prompt: string, style: Style): Content {
  const about = subject.entry.name;
  if (subject.kind === 'piece') return { template: subject.entry.text, slots: {} };
  const { codeLanguage } = style;
  if (codeLanguage !== undefined && codeLanguage !== 'Python') {
    return answerInLanguage(subject, prompt, codeLanguage);
  }
  switch (subject.kind) {
    case 'bug':
      return { template: bugAnswer(subject.entry, style), slots: { ...subject.slots, about } };
    case 'exercise':
      return { template: exerciseAnswer(subject.entry, style), slots: { about } };
    case 'topic':
      return { template: topicAnswer(subject.entry, style), slots: { about } };
  }
}

/** Bugs are Python's own: their code is not carried over. */
function answerInLanguage(
  subject: Exclude<Subject, { kind: 'piece' }>,
  prompt: string,
  language: TargetLanguage,
): Content {
  const slots = { about: subject.entry.name, language };
  if (subject.kind === 'bug') return { template: notInLanguage, slots };
  const code = exampleIn(subject.entry.example, language);
  if (code !== undefined) return { template: inOtherLanguage(subject, code), slots };
  const snippet = subject.kind === 'topic' ? translationOf(prompt, language) : undefined;
  return snippet ?? { template: notInLanguage, slots };
}

function inOtherLanguage(
  { kind, entry }: Exclude<Subject, { kind: 'bug' | 'piece' }>,
  code: string,
) {
  if (kind === 'exercise') return paragraphs(entry.opening, code, entry.notes);
  return paragraphs(entry.brief[0], inLanguage, code);
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
  const works = '[[Here is a version that works:|This version works:|Write it like this instead:]]';
  return taught(style, bug.cause, works, fix, bug.lesson);
}

function taught(style: Style, ...parts: string[]): string {
  return style.role === 'tutor'
    ? paragraphs(tutorOpening, ...parts, tutorClosing)
    : paragraphs(...parts);
}

function paragraphs(...parts: string[]): string {
  return parts.join('\n\n');
}
