import { exampleOpening, inLanguage, notInLanguage } from '../corpus/replies.js';
import type { Bug, Exercise, Topic } from '../corpus/topic.js';
import { exampleIn, fenced } from './example.js';
import type { Style } from './style.js';
import type { Subject } from './subject.js';
import type { Slots } from './template.js';
import { translationOf } from './translate.js';
import { tutorClosing, tutorOpening } from './voice.js';

/** The answer about a subject, in a style. */
export function answerAbout(
  subject: Subject,
  prompt: string,
  style: Style,
): { template: string; slots: Slots } {
  const about = subject.entry.name;
  if (subject.kind === 'piece') return { template: subject.entry.text, slots: {} };
  const { codeLanguage } = style;
  if (codeLanguage !== undefined && codeLanguage !== 'Python') {
    const slots = { about, language: codeLanguage };
    const { entry } = subject;
    const code = 'example' in entry ? exampleIn(entry.example, codeLanguage) : undefined;
    if (code !== undefined) return { template: inOtherLanguage(subject, code), slots };
    const snippet = subject.kind === 'topic' ? translationOf(prompt, codeLanguage) : undefined;
    return snippet ?? { template: notInLanguage, slots };
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

function inOtherLanguage(subject: Subject, code: string): string {
  if (subject.kind === 'exercise')
    return paragraphs(subject.entry.opening, code, subject.entry.notes);
  return paragraphs(inLanguage, code);
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
