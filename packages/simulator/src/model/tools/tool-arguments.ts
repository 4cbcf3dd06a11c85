import type { Tool } from '@farebox/core';
import type { Segment } from '../../text/template.js';
import { drawString } from '../draw/draw-string.js';
import type { Facts } from '../draw/facts.js';
import { type Source, sourceOf } from '../draw/source.js';
import { candidatesOfKind } from '../draw/string-candidates.js';
import { stringKind } from '../draw/string-kind.js';
import { topicIn } from '../draw/topic.js';
import { type CompiledSchema, compileSchema } from '../json/compile-schema.js';
import { anyText, type Shape } from '../json/shape.js';
import { writeJson } from '../json/write-json.js';
import { toolDescription, toolName } from './offered-tools.js';

/** The arguments of a call, or the input of a custom tool, before the dice are thrown. */
export interface Arguments {
  readonly segments: readonly Segment[];
  /** Whether the prompt speaks for them. */
  readonly certain: boolean;
}

const noParameters = { type: 'object', properties: {}, additionalProperties: false };

/** The parameters of a function, read; `undefined` for a custom tool, whose input is text. */
export function parametersOf(tool: Tool): CompiledSchema | undefined {
  if (tool.type === 'custom') return undefined;
  return compileSchema(tool.function.parameters ?? noParameters, tool.function.strict === true);
}

/** Arguments that conform to the parameters, or input, drawn from what a text says. */
export function drawArguments(
  tool: Tool,
  parameters: CompiledSchema | undefined,
  source: Source,
): Arguments {
  if (parameters !== undefined) return writeJson(parameters, source);
  const input = customInput(tool, source.facts);
  return { segments: [[input]], certain: true };
}

/**
 * The sources of several calls of one tool: one for each place, company or number that the text has
 * for its one parameter of that kind. "Paris and London" are two.
 */
export function sourcesOf(parameters: CompiledSchema | undefined, facts: Facts): Source[] {
  const several = severalIn(parameters?.root, facts);
  if (several.length < 2) return [sourceOf(facts)];
  return several.map((own) => {
    const source = sourceOf(facts);
    // To each call the values of the others are taken.
    for (const other of several) {
      if (other === own) continue;
      if (typeof other === 'string') source.taken.texts.push(other);
      else source.taken.numbers.push(other);
    }
    return source;
  });
}

const repeatable = ['place', 'symbol', 'organisation', 'url', 'identifier', 'timezone', 'person'];
const maximumSources = 16;

function severalIn(root: Shape | undefined, facts: Facts): readonly (string | number)[] {
  if (root?.kind !== 'object') return [];
  const needed = [...root.properties].filter(
    ([name]) => root.required.has(name) || root.properties.size === 1,
  );
  const texts = needed.filter(([, { kind }]) => kind === 'string');
  const numbers = needed.filter(([, { kind }]) => kind === 'number');
  const [only] = needed;
  if (only?.[1].kind === 'number' && needed.length === 1) {
    return facts.numbers.map(({ at }) => at).slice(0, maximumSources);
  }
  const [text, ...others] = texts;
  if (text === undefined || others.length > 0 || numbers.length > 0) return [];
  const label = { name: text[0], about: text[1].about };
  const kind = stringKind(label);
  if (kind === undefined || !repeatable.includes(kind)) return [];
  return [...new Set(candidatesOfKind(kind, label, facts))].slice(0, maximumSources);
}

/** What a custom tool is given: code, a query, a calculation, or what is quoted or said. */
function customInput(tool: Tool, facts: Facts): string {
  if (facts.code !== undefined) return facts.code;
  const label = { name: toolName(tool), about: toolDescription(tool) };
  const { segments, certain } = drawString(anyText, label, sourceOf(facts));
  const drawn: unknown = JSON.parse(segments.map(([first]) => first).join(''));
  if (certain) return String(drawn);
  return facts.quoted[0] ?? topicIn(facts.text) ?? String(drawn);
}
