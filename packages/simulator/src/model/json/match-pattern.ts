import type { Pattern } from './pattern.js';

/** A match that takes more steps than this is taken for none: backtracking must not cost time. */
const maximumSteps = 5_000;
/** Nor may it nest deeper: the stack of some runtimes is small. */
const maximumDepth = 600;

/** The steps that all patterns of a request may take together. */
export interface PatternWork {
  steps: number;
}

/**
 * Whether a text matches anywhere, as `RegExp.test` says, in bounded time.
 *
 * Where the bound is met the answer is no: a text that is not known to match is not written.
 */
export function matchesPattern(
  pattern: Pattern,
  text: string,
  work: PatternWork = { steps: maximumSteps },
): boolean {
  const characters = Array.from(text);
  const steps = Math.min(maximumSteps, work.steps);
  const fuel = { left: steps, depth: 0 };
  let found = false;
  for (let start = 0; start <= characters.length && fuel.left > 0; start++) {
    found = match(pattern, characters, start, () => true, fuel);
    if (found) break;
  }
  work.steps -= steps - fuel.left;
  return found;
}

type Rest = (at: number) => boolean;
/** By code points, as JSON Schema wants patterns to be read. */
type Text = readonly string[];
type One = Extract<Pattern, { kind: 'one' }>;

function isOne({ test }: One, character: string | undefined): boolean {
  return character !== undefined && test(character);
}

interface Fuel {
  left: number;
  depth: number;
}

function match(pattern: Pattern, text: Text, at: number, rest: Rest, fuel: Fuel): boolean {
  fuel.left -= 1;
  if (fuel.left <= 0 || fuel.depth >= maximumDepth) return false;
  fuel.depth += 1;
  const matches = matchPart(pattern, text, at, rest, fuel);
  fuel.depth -= 1;
  return matches;
}

function matchPart(pattern: Pattern, text: Text, at: number, rest: Rest, fuel: Fuel): boolean {
  switch (pattern.kind) {
    case 'one':
      return isOne(pattern, text[at]) && rest(at + 1);
    case 'start':
      return at === 0 && rest(at);
    case 'end':
      return at === text.length && rest(at);
    case 'look': {
      const found = match(pattern.part, text, at, () => true, fuel);
      // A search that was given up is no proof that there is nothing.
      const certain = found || (fuel.left > 0 && fuel.depth < maximumDepth);
      return certain && found === pattern.wanted && rest(at);
    }
    case 'choice':
      return pattern.parts.some((part) => match(part, text, at, rest, fuel));
    case 'sequence':
      return sequence(pattern.parts, 0, text, at, rest, fuel);
    case 'repeat':
      return pattern.part.kind === 'one'
        ? run(pattern, pattern.part, text, at, rest, fuel)
        : repeated(pattern, 0, text, at, rest, fuel);
  }
}

function sequence(
  parts: readonly Pattern[],
  index: number,
  text: Text,
  at: number,
  rest: Rest,
  fuel: Fuel,
): boolean {
  const part = parts[index];
  if (part === undefined) return rest(at);
  const next: Rest = (after) => sequence(parts, index + 1, text, after, rest, fuel);
  return match(part, text, at, next, fuel);
}

type Repeat = Extract<Pattern, { kind: 'repeat' }>;

/** Single characters are counted in a loop, the longest run first: only groups need the stack. */
function run(
  { minimum, maximum }: Repeat,
  one: One,
  text: Text,
  at: number,
  rest: Rest,
  fuel: Fuel,
): boolean {
  let end = at;
  while (end - at < maximum && isOne(one, text[end])) end += 1;
  for (; end - at >= minimum && fuel.left > 0; end--) {
    fuel.left -= 1;
    if (rest(end)) return true;
  }
  return false;
}

function repeated(
  pattern: Repeat,
  count: number,
  text: Text,
  at: number,
  rest: Rest,
  fuel: Fuel,
): boolean {
  // A round that took nothing would go round for ever.
  const next: Rest = (after) =>
    (after > at || count < pattern.minimum) &&
    repeated(pattern, count + 1, text, after, rest, fuel);
  if (count < pattern.maximum && match(pattern.part, text, at, next, fuel)) return true;
  return count >= pattern.minimum && rest(at);
}
