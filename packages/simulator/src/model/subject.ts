import { bugs } from '../corpus/bugs.js';
import { exercises } from '../corpus/exercises.js';
import { pieces } from '../corpus/pieces.js';
import type { Bug, Exercise, Piece, Topic } from '../corpus/topic.js';
import { topics } from '../corpus/topics.js';
import { bestBug, bestBySignals } from './match.js';
import { type PromptParts, partsOf } from './prompt-parts.js';
import { mendSpelling } from './spelling.js';
import type { Slots } from './template.js';

/** What a prompt is about, as far as the corpus knows. */
export type Subject =
  | { readonly kind: 'bug'; readonly entry: Bug; readonly slots: Slots }
  | { readonly kind: 'exercise'; readonly entry: Exercise }
  | { readonly kind: 'topic'; readonly entry: Topic }
  | { readonly kind: 'piece'; readonly entry: Piece };

/** A request for code speaks this much for code that does what it says. */
const writingPoints = 6;
/** With code at hand, only a subject that is named outright is not about that code. */
const outrightPoints = 6;
const asksToWrite =
  /\b(write|writing|implement|code|program|build|create|make|define|show me|give me|need|script|function (that|to|which|called))\b/i;
const asksForBug =
  /\b(wrong|bugs?|buggy|debug|broken|fix|mistake|not work(ing)?|(does|is)n['’]?t work(ing)?|fail(s|ing)?|crash(es|ing)?)\b|\bwhy (does|is|do|did|am|are)\b/i;

/**
 * Finds what a prompt is about.
 *
 * Words count outside fences, mistakes inside them. Of equals a bug comes first, then an exercise, a
 * topic, a piece. What is not found is looked for again with its spelling mended.
 *
 * @param debugging whether any code in the prompt is there for its mistake.
 */
export function subjectOf(prompt: string, debugging = false): Subject | undefined {
  const parts = partsOf(prompt);
  const found = match(parts, prompt, debugging);
  if (found !== undefined || asksAboutCode(prompt, debugging)) return found;
  const prose = mendSpelling(parts.prose);
  return prose === parts.prose ? undefined : match({ ...parts, prose }, prose, debugging);
}

/** Whether the prompt shows code and wants to know what is wrong with it. */
export function asksAboutCode(prompt: string, debugging = false): boolean {
  const { prose, showsCode } = partsOf(prompt);
  return showsCode && (debugging || asksForBug.test(prose));
}

function match(
  { prose, code, showsCode }: PromptParts,
  prompt: string,
  debugging: boolean,
): Subject | undefined {
  const bug = bestBug(bugs, code, prompt);
  const others = [
    rated('exercise', bestBySignals(exercises, prose), asksToWrite.test(prose) ? writingPoints : 0),
    rated('topic', bestBySignals(topics, prose), 0),
    rated('piece', bestBySignals(pieces, prose), 0),
  ].filter((candidate) => candidate !== undefined);
  let best = bug && { points: bug.points, subject: { kind: 'bug', ...bug } as Subject };
  const least = showsCode && (debugging || asksForBug.test(prose)) ? outrightPoints : 0;
  for (const candidate of others) {
    if (candidate.points >= least && candidate.points > (best?.points ?? 0)) best = candidate;
  }
  return best?.subject;
}

function rated<Entry, Kind extends 'exercise' | 'topic' | 'piece'>(
  kind: Kind,
  found: { entry: Entry; points: number } | undefined,
  bonus: number,
) {
  if (found === undefined) return undefined;
  return { points: found.points + bonus, subject: { kind, entry: found.entry } as Subject };
}
