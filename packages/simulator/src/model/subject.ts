import { bugs } from '../corpus/bugs.js';
import { errors } from '../corpus/errors.js';
import { exercises } from '../corpus/exercises.js';
import { pieces } from '../corpus/pieces.js';
import type { Bug, Exercise, Piece, Topic } from '../corpus/topic.js';
import { topics } from '../corpus/topics.js';
import type { Slots } from '../text/template.js';
import { bestBug, bestBySignals } from './match.js';
import { partsOf } from './prompt-parts.js';
import { mendSpelling } from './spelling.js';

/** What a prompt is about, as far as the corpus knows. */
export type Subject =
  | { readonly kind: 'bug'; readonly entry: Bug; readonly slots: Slots }
  | { readonly kind: 'exercise'; readonly entry: Exercise }
  | { readonly kind: 'topic'; readonly entry: Topic }
  | { readonly kind: 'piece'; readonly entry: Piece };

/** A request for code speaks this much for code that does what it says. */
const writingPoints = 6;
/** With code at hand that has no known mistake, only an error that is named outright is answered. */
const outrightPoints = 6;
const asksToWrite =
  /\b(write|writing|implement|code|program|build|create|make|define|show me|give me|need|script|function (that|to|which|called))\b/i;
const asksForBug =
  /\b(wrong|bugs?|buggy|debug|broken|fix|mistake|fail(s|ing)?|crash(es|ing)?|not work(ing)?)\b|n['’]?t\b[^.?\n]{0,30}\bwork|\bwhy (does|is|do|did|am|are)\b/i;

/**
 * Finds what a prompt is about.
 *
 * Words count outside fences, mistakes inside them. Of equals a bug comes first, then an exercise, a
 * topic, a piece. What is not found is looked for again with its spelling mended.
 *
 * @param debugging whether any code in the prompt is there for its mistake.
 */
export function subjectOf(prompt: string, debugging = false): Subject | undefined {
  const { prose, code } = partsOf(prompt);
  const bug = bestBug(bugs, code, prompt);
  const first: Candidate | undefined = bug && {
    points: bug.points,
    subject: { kind: 'bug', entry: bug.entry, slots: bug.slots },
  };
  if (asksAboutCode(prompt, debugging)) return best(first, namedErrors(prose));
  const mended = mendSpelling(prose);
  return best(first, wordCandidates(prose)) ?? best(undefined, wordCandidates(mended));
}

/** Whether the prompt shows code and wants to know what is wrong with it. */
export function asksAboutCode(prompt: string, debugging = false): boolean {
  const { prose, showsCode } = partsOf(prompt);
  return showsCode && (debugging || asksForBug.test(prose));
}

interface Candidate {
  readonly points: number;
  readonly subject: Subject;
}

function best(first: Candidate | undefined, others: readonly Candidate[]): Subject | undefined {
  const rest = first === undefined ? others : [first, ...others];
  return rest.reduce<Candidate | undefined>(
    (most, candidate) => (candidate.points > (most?.points ?? 0) ? candidate : most),
    undefined,
  )?.subject;
}

function wordCandidates(prose: string): Candidate[] {
  const exercise = bestBySignals(exercises, prose);
  const topic = bestBySignals(topics, prose);
  const piece = bestBySignals(pieces, prose);
  const bonus = asksToWrite.test(prose) ? writingPoints : 0;
  const candidates: (Candidate | undefined)[] = [
    exercise && {
      points: exercise.points + bonus,
      subject: { kind: 'exercise', entry: exercise.entry },
    },
    topic && { points: topic.points, subject: { kind: 'topic', entry: topic.entry } },
    piece && { points: piece.points, subject: { kind: 'piece', entry: piece.entry } },
  ];
  return candidates.filter((candidate) => candidate !== undefined);
}

function namedErrors(prose: string): Candidate[] {
  const error = bestBySignals(errors, prose);
  if (error === undefined || error.points < outrightPoints) return [];
  return [{ points: error.points, subject: { kind: 'topic', entry: error.entry } }];
}
