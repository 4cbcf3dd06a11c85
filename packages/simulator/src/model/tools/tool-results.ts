import type { ChatMessage, ToolCall } from '@farebox/core';
import { textOf } from '../conversation.js';
import type { Scalar } from '../json/shape.js';

/** A call that was made since the last message of the user, with what came of it. */
export interface ToolResult {
  readonly name: string;
  /** The arguments or the input, as they were sent. */
  readonly sent: string;
  readonly text: string;
}

/** All of them, and the values in them by name. */
export interface ToolResults {
  readonly calls: readonly ToolResult[];
  readonly known: ReadonlyMap<string, Scalar>;
}

const maximumCharacters = 8_000;
const maximumKnown = 500;
const maximumDepth = 20;
/** What is written in quotes is counted too: a text of brackets is no result worth reading. */
const maximumNesting = 200;

/** What tools have answered since the user spoke last. */
export function toolResults(messages: readonly ChatMessage[]): ToolResults {
  const since = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1);
  const made = new Map<string, ToolCall>();
  for (const message of since) {
    if (message.role !== 'assistant') continue;
    for (const call of message.tool_calls ?? []) made.set(call.id, call);
  }
  const calls = since.flatMap((message): ToolResult[] => {
    const text = textOf(message).slice(0, maximumCharacters);
    if (message.role === 'function') return [{ name: message.name, sent: '', text }];
    if (message.role !== 'tool') return [];
    const call = made.get(message.tool_call_id);
    return call === undefined ? [] : [{ ...sentBy(call), text }];
  });
  const known = new Map<string, Scalar>();
  for (const { text } of calls) collect(parsed(text), known);
  return { calls, known };
}

/** The value of a JSON text; `undefined` for any other text, and for JSON that is too deep to walk. */
export function parsed(text: string): unknown {
  let depth = 0;
  for (const character of text) {
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > maximumNesting) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sentBy(call: ToolCall): { name: string; sent: string } {
  return call.type === 'function'
    ? { name: call.function.name, sent: call.function.arguments }
    : { name: call.custom.name, sent: call.custom.input };
}

/** The first value under each name, at any depth; names without their signs and capitals. */
function collect(value: unknown, known: Map<string, Scalar>, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > maximumDepth) return;
  for (const [key, inside] of Object.entries(value)) {
    if (known.size >= maximumKnown) return;
    const name = key.toLowerCase().replace(/[^a-z\d]/g, '');
    if (typeof inside === 'object') collect(inside, known, depth + 1);
    else if (/\D/.test(name) && !known.has(name)) known.set(name, inside as Scalar);
  }
}
