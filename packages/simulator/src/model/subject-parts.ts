import { childVersions, tellings } from '../corpus/tellings.js';
import type { Bug, Exercise, Topic } from '../corpus/topic.js';
import type { AnswerParts } from './answer-parts.js';
import { exampleIn } from './example.js';
import { sentencesOf } from './sentences.js';
import type { Style } from './style.js';
import type { Subject } from './subject.js';

/** A subject that can be explained; a piece of writing cannot. */
export type Explained = Exclude<Subject, { kind: 'piece' }>;

/** What there is to say about a subject to the audience, taken apart. */
export function subjectParts(
  subject: Explained,
  style: Pick<Style, 'audience' | 'codeLanguage'>,
): AnswerParts {
  const own = ownParts(subject, style);
  const { name } = subject.entry;
  const told =
    style.audience === 'children' ? childVersions.get(name) : expertVersion(subject, style);
  if (told === undefined) return own;
  const [first, ...others] = sentencesOf(told);
  if (first === undefined) return own;
  return {
    ...own,
    summary: first,
    explanation: told,
    points: [first, ...others],
    ...(style.audience === 'children' && { code: undefined, notes: others.at(-1) ?? first }),
  };
}

/** Only of topics there is more to know; of a mistake and of code an expert hears less. */
function expertVersion({ kind, entry }: Explained, { audience }: Pick<Style, 'audience'>) {
  if (audience !== 'experts' || kind !== 'topic') return undefined;
  return tellings.get(entry.name)?.expert;
}

function ownParts({ kind, entry }: Explained, style: Pick<Style, 'codeLanguage'>): AnswerParts {
  switch (kind) {
    case 'topic':
      return topicParts(entry, style);
    case 'exercise':
      return exerciseParts(entry, style);
    case 'bug':
      return bugParts(entry);
  }
}

function topicParts(topic: Topic, { codeLanguage }: Pick<Style, 'codeLanguage'>): AnswerParts {
  const { name, brief, explanation, example, notes } = topic;
  const points = [...sentencesOf(explanation), ...sentencesOf(brief[1])];
  return {
    name,
    summary: brief[0],
    explanation,
    points: notEmpty(points, brief[0]),
    code: codeOf(example, codeLanguage),
    notes,
  };
}

function exerciseParts(
  exercise: Exercise,
  { codeLanguage }: Pick<Style, 'codeLanguage'>,
): AnswerParts {
  const { name, opening, example, notes } = exercise;
  const [summary = opening] = sentencesOf(opening);
  const points = [...sentencesOf(opening), ...sentencesOf(notes)];
  const code = codeOf(example, codeLanguage);
  return { name, summary, explanation: opening, points: notEmpty(points, opening), code, notes };
}

function bugParts({ name, cause, fix, lesson }: Bug): AnswerParts {
  const [summary = cause] = sentencesOf(cause);
  const points = [...sentencesOf(cause), ...sentencesOf(lesson)];
  return {
    name,
    summary,
    explanation: cause,
    points: notEmpty(points, cause),
    code: fix,
    notes: lesson,
  };
}

function codeOf(example: Topic['example'], language: Style['codeLanguage']): string {
  const shown = exampleIn(example, language) ?? exampleIn(example) ?? '';
  return shown.replace(/^```\w*\n|\n```$/g, '');
}

function notEmpty([first, ...others]: readonly string[], instead: string): [string, ...string[]] {
  return [first ?? instead, ...others];
}
