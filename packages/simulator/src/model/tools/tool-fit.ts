import type { Tool } from '@farebox/core';
import { wordsOf } from '../draw/words.js';
import type { CompiledSchema } from '../json/compile-schema.js';
import type { Meant } from './meanings.js';
import { toolDescription, toolName } from './offered-tools.js';

/** The words of a tool, and how much each speaks for it. */
export interface ToolWords {
  readonly points: ReadonlyMap<string, number>;
  readonly named: ReadonlySet<string>;
}

/** What a word of the name is worth; one of the description or a parameter is worth 1. */
const nameWeight = 3;
/** A tool fits from here on: a word of its name, said or meant, or several of its description. */
const threshold = 2.5;
const descriptionThreshold = 4;
const impliedWeight = 0.9;
const generic = new Set(
  wordsOf(
    'get fetch retrieve do run tool function call api make use current data info information new my the a an of for to in on by from with and or it is this that your you given return returns provide provides value string number name type text e g etc any all can be as at',
  ),
);
const verbs = new Set(
  wordsOf(
    'list create send update delete show set find check read write open start stop save load extract answer',
  ),
);
const maximumWords = 300;

/** Reads a tool for the words it goes by: name, description, parameters and their enums. */
export function toolWords(tool: Tool, parameters: CompiledSchema | undefined): ToolWords {
  const points = new Map<string, number>();
  const say = (words: readonly string[], weight: number) => {
    for (const word of words.slice(0, maximumWords)) {
      if (generic.has(word)) continue;
      const own = verbs.has(word) ? weight / 2 : weight;
      points.set(word, Math.max(points.get(word) ?? 0, own));
    }
  };
  const name = wordsOf(toolName(tool));
  const telling = name.filter((word) => !generic.has(word) && !verbs.has(word));
  say(wordsOf(toolDescription(tool).slice(0, 2_000)), 1);
  const root = parameters?.root;
  if (root?.kind === 'object') {
    for (const [property, shape] of [...root.properties].slice(0, 50)) {
      say(wordsOf(property), 1);
      if (shape.kind === 'enum') say(wordsOf(shape.values.slice(0, 50).join(' ')), 1);
    }
  }
  say(name, nameWeight);
  // A tool called nothing but "send" goes by that.
  if (telling.length === 0) for (const word of name) points.set(word, nameWeight);
  return { points, named: new Set(telling.length === 0 ? name : telling) };
}

/**
 * How much a text speaks for a tool; 0 where it does not enough.
 *
 * Words that are said add up; of those that are only meant the strongest counts.
 */
export function fitOf({ points, named }: ToolWords, { said, meant }: Meant): number {
  let sum = 0;
  let implied = 0;
  let byName = false;
  for (const [word, weight] of points) {
    if (said.has(word)) sum += weight;
    else if (meant.has(word)) implied = Math.max(implied, weight * impliedWeight);
    else continue;
    byName ||= named.has(word);
  }
  return sum + implied >= (byName ? threshold : descriptionThreshold) ? sum + implied : 0;
}
