import type { Tool } from '@farebox/core';
import { readFacts } from '../draw/facts.js';
import { sourceOf } from '../draw/source.js';
import type { CompiledSchema } from '../json/compile-schema.js';
import type { Scalar } from '../json/shape.js';
import { clausesOf } from './clauses.js';
import { meantWords } from './meanings.js';
import { toolName } from './offered-tools.js';
import { type Arguments, drawArguments, parametersOf, sourcesOf } from './tool-arguments.js';
import { fitOf, type ToolWords, toolWords } from './tool-fit.js';

/** A tool that was read once for the whole prompt. */
export interface ReadTool {
  readonly tool: Tool;
  readonly name: string;
  readonly parameters: CompiledSchema | undefined;
  readonly words: ToolWords;
}

/** A call that the prompt asks for. */
export interface PlannedCall {
  readonly read: ReadTool;
  readonly arguments: Arguments;
}

/** What calls are planned from. */
export interface Ask {
  readonly prompt: string;
  /** What the user said before, for what the prompt leaves out. */
  readonly earlier: readonly string[];
  readonly known: ReadonlyMap<string, Scalar>;
}

export function readTool(tool: Tool): ReadTool {
  const parameters = parametersOf(tool);
  return { tool, name: toolName(tool), parameters, words: toolWords(tool, parameters) };
}

/**
 * The calls a prompt asks for, in its order: each part of it goes to the tool that it speaks for
 * most, and parts that speak for none stay with the part before them.
 */
export function planCalls(tools: readonly ReadTool[], ask: Ask): PlannedCall[] {
  const calls = partsFor(tools, ask).flatMap(({ read, text }) => callsFor(read, text, ask));
  const distinct = new Map(calls.map((call) => [`${call.read.name} ${likeliest(call)}`, call]));
  return [...distinct.values()];
}

/** The arguments of a call as they are most likely to be sent. */
export function likeliest({ arguments: { segments } }: PlannedCall): string {
  return segments.map(([first]) => first).join('');
}

/** The tool that a prompt speaks for most, however little. */
export function bestTool(tools: readonly ReadTool[], prompt: string): ReadTool | undefined {
  const meant = meantWords(prompt);
  const [first, ...others] = tools;
  return others.reduce<ReadTool | undefined>((best, read) => {
    const better = best === undefined || fitOf(read.words, meant) > fitOf(best.words, meant);
    return better ? read : best;
  }, first);
}

/** The calls of one tool that a part of the prompt asks for. */
export function callsFor(read: ReadTool, text: string, { earlier, known }: Ask): PlannedCall[] {
  const facts = readFacts(text, known);
  const calls = sourcesOf(read.parameters, facts).map((source) =>
    drawArguments(read.tool, read.parameters, source),
  );
  const [only] = calls;
  // What the prompt leaves out may have been said before: "I live in Berlin."
  if (only?.certain === false && earlier.length > 0 && needsArguments(read)) {
    const before = readFacts([text, ...earlier].join('\n'), known);
    return [{ read, arguments: drawArguments(read.tool, read.parameters, sourceOf(before)) }];
  }
  return calls.map((drawn) => ({ read, arguments: drawn }));
}

function partsFor(tools: readonly ReadTool[], { prompt, known }: Ask) {
  const parts: { read: ReadTool; text: string }[] = [];
  let lead = '';
  for (const { separator, text } of clausesOf(prompt)) {
    const read = fitting(tools, text);
    const last = parts.at(-1);
    if (read === undefined || (last?.read === read && !standsAlone(read, text, known))) {
      if (last === undefined) lead += separator + text;
      else last.text += separator + text;
    } else {
      parts.push({ read, text: last === undefined ? lead + separator + text : text });
    }
  }
  const isMeant = ({ read, text }: { read: ReadTool; text: string }) =>
    hasNumbers(read, text, known) &&
    (!explaining.test(text) || !needsArguments(read) || standsAlone(read, text, known));
  if (parts.length > 0) return parts.filter(isMeant);
  // The words that speak for a tool may stand in different parts.
  const whole = fitting(tools, prompt);
  const part = whole && { read: whole, text: prompt };
  return part !== undefined && isMeant(part) ? [part] : [];
}

function fitting(tools: readonly ReadTool[], text: string): ReadTool | undefined {
  const best = bestTool(tools, text);
  return best !== undefined && fitOf(best.words, meantWords(text)) > 0 ? best : undefined;
}

/** Whether a part asks for a call of its own, with a value of its own. */
function standsAlone(read: ReadTool, text: string, known: Ask['known']): boolean {
  if (!needsArguments(read)) return false;
  return drawArguments(read.tool, read.parameters, sourceOf(readFacts(text, known))).certain;
}

function needsArguments({ parameters }: ReadTool): boolean {
  return parameters?.root.kind === 'object' && parameters.root.required.size > 0;
}

/** "How do I read a file?" wants to know, and means a tool only with values for it. */
const explaining =
  /^\s*(?:please )?(?:explain|describe|define|why|how (?:do|does|to|can|would|should)|write)\b/i;

/** A tool that needs numbers is not meant by a prompt without any: "add a comment to this". */
function hasNumbers({ parameters }: ReadTool, text: string, known: Ask['known']): boolean {
  const root = parameters?.root;
  if (root?.kind !== 'object') return true;
  const needed = [...root.required].filter((name) => {
    const property = root.properties.get(name);
    return property?.kind === 'number' && property.examples.length === 0;
  });
  return needed.length === 0 || known.size > 0 || readFacts(text).numbers.length > 0;
}
