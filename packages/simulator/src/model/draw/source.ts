import type { Segment } from '../../text/template.js';
import type { Facts } from './facts.js';

/** What values are drawn from, and what of it is used up. */
export interface Source {
  readonly facts: Facts;
  /** The authored answer, for properties that hold free text. Arguments of tools have none. */
  readonly prose: readonly Segment[] | undefined;
  /** The parts of the authored answer for a key of this name: none, one, or a list's. */
  readonly parts: (key: string) => readonly (readonly Segment[])[];
  /** Texts and the places of numbers that stand in the answer already. */
  readonly taken: { readonly texts: string[]; readonly numbers: number[]; prose: number };
}

/** A value as JSON text, and whether the prompt speaks for it. */
export interface Drawn {
  readonly segments: readonly Segment[];
  /** Whether the value comes from the prompt by its meaning, not by its type alone. */
  readonly certain: boolean;
}

/** A source of which nothing is used up. */
export function sourceOf(
  facts: Facts,
  prose?: readonly Segment[],
  parts: Source['parts'] = () => [],
): Source {
  return { facts, prose, parts, taken: { texts: [], numbers: [], prose: 0 } };
}

/** Tries something, and gives back what it took unless the result is kept. */
export function attempt<Result>(
  { taken }: Source,
  trial: () => Result,
  keeps: (result: Result) => boolean,
): Result {
  const { prose } = taken;
  const [texts, numbers] = [taken.texts.length, taken.numbers.length];
  const result = trial();
  if (!keeps(result)) {
    taken.texts.length = texts;
    taken.numbers.length = numbers;
    taken.prose = prose;
  }
  return result;
}

/** One JSON value, or several to choose from. */
export function jsonOf([first, ...others]: readonly [unknown, ...unknown[]]): Segment {
  return [JSON.stringify(first), ...others.map((value) => JSON.stringify(value))];
}
