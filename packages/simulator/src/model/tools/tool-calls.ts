import type { ChatMessage, ChatRequest } from '@farebox/core';
import type { Composition, Section } from '../composition.js';
import { readConversation } from '../conversation.js';
import { stringKind } from '../draw/string-kind.js';
import { offeredTools } from './offered-tools.js';
import {
  type Ask,
  bestTool,
  callsFor,
  likeliest,
  type PlannedCall,
  planCalls,
  type ReadTool,
  readTool,
} from './plan-calls.js';
import { parsed, type ToolResult, toolResults } from './tool-results.js';

/**
 * The calls to make now; `undefined` where there is an answer to give instead.
 *
 * Each call that the prompt asks for is made once: what has a result is not called again, so that a
 * loop of calls ends with an answer. With `required` or a named tool there is a call each time, as
 * at OpenAI: the caller must let go. A named tool ends with `stop`, all else with `tool_calls`, as at
 * OpenAI.
 */
export function toolCalls(request: ChatRequest): Composition | undefined {
  const { tools: offered, demand, most } = offeredTools(request);
  if (offered.length === 0) return undefined;
  const { prompt, earlier } = readConversation(request.messages);
  const { calls: made, known } = toolResults(request.messages);
  const ask = { prompt, earlier, known };
  const tools = offered.map(readTool);
  const asked =
    demand === 'named'
      ? tools.flatMap((read) => callsFor(read, prompt, ask))
      : planCalls(tools, ask);
  const planned = asked.length === 0 ? sameAgain(tools, request.messages, ask) : asked;
  const now = ready(open(planned, made), made.length > 0).slice(0, most);
  const calls = now.length === 0 && demand !== 'none' ? demanded(tools, ask, made) : now;
  if (calls.length === 0) return undefined;
  return {
    sections: calls.slice(0, most).map(sectionOf),
    finish: demand === 'named' ? 'stop' : 'tool_calls',
  };
}

/** "And in Berlin?" asks for the call before it, with another value. */
function sameAgain(
  tools: readonly ReadTool[],
  messages: readonly ChatMessage[],
  ask: Ask,
): PlannedCall[] {
  if (ask.prompt.length > 80 || !/^(?:and|now|what about|how about)\b/i.test(ask.prompt)) return [];
  const before = messages.findLast((message) => message.role === 'assistant' && message.tool_calls);
  const [call] = before?.role === 'assistant' ? (before.tool_calls ?? []) : [];
  const name = call?.type === 'function' ? call.function.name : undefined;
  const read = tools.find((tool) => tool.name === name);
  const calls = read === undefined ? [] : callsFor(read, ask.prompt, { ...ask, earlier: [] });
  return calls.filter(({ arguments: { certain } }) => certain);
}

/** What is planned and not made yet: of each tool so many calls as have no result. */
function open(planned: readonly PlannedCall[], made: readonly ToolResult[]): PlannedCall[] {
  const names = [...new Set(planned.map(({ read }) => read.name))];
  const kept = names.flatMap((name) => {
    const own = planned.filter(({ read }) => read.name === name);
    const done = made.filter((result) => result.name === name);
    const left = own.length - done.length;
    const fresh = own.filter((call) => !done.some(({ sent }) => isSame(sent, likeliest(call))));
    return left <= 0 ? [] : fresh.slice(-left);
  });
  return planned.filter((call) => kept.includes(call));
}

/** Calls that lack an id wait for the results of the others, which may tell it. */
function ready(calls: readonly PlannedCall[], isLater: boolean): readonly PlannedCall[] {
  if (isLater) return calls;
  const complete = calls.filter((call) => !lacksIdentifier(call));
  return complete.length === 0 ? calls : complete;
}

function lacksIdentifier({ read, arguments: { certain } }: PlannedCall): boolean {
  const root = read.parameters?.root;
  if (certain || root?.kind !== 'object') return false;
  return [...root.required].some((name) => stringKind({ name, about: '' }) === 'identifier');
}

/** A call that must be made although none is open: of a tool without a result, if there is one. */
function demanded(
  tools: readonly ReadTool[],
  ask: Ask,
  made: readonly ToolResult[],
): PlannedCall[] {
  const fresh = tools.filter(({ name }) => !made.some((result) => result.name === name));
  const best = bestTool(fresh.length > 0 ? fresh : tools, ask.prompt);
  return best === undefined ? [] : callsFor(best, ask.prompt, ask).slice(0, 1);
}

function sectionOf({ read: { tool, name }, arguments: { segments } }: PlannedCall): Section {
  return { kind: 'call', type: tool.type, name, segments };
}

/** Whether two texts of arguments say the same, whatever the order of the members. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [left, right] = [parsed(one), parsed(other)];
  const entries = (value: unknown) =>
    typeof value === 'object' && value !== null
      ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : undefined;
  return left !== undefined && entries(left) !== undefined && entries(left) === entries(right);
}
