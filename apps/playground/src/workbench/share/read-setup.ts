import { budgetProblem } from '../../fare-box/budget-problem.js';
import { asObject, type JsonObject } from '../schema/json-object.js';
import {
  type Column,
  roles,
  type Setup,
  type SetupMessage,
  type SetupTool,
  type SetupToolCall,
  setupLimits,
} from '../setup/setup.js';

/** Why something is no form: the sentence names the field. */
export class NoSetup extends Error {
  override readonly name = 'NoSetup';
}

/**
 * Reads a form from JSON that a stranger may have written: every field is checked and bounded, what is not on the form
 * is left out, and nothing of the JSON itself is kept.
 *
 * @throws {NoSetup} for anything that is no form.
 */
export function readSetup(json: unknown): Setup {
  const from = objectOf(json, 'It');
  let keys = 0;
  const key = () => ++keys;
  const messages = listOf(from, 'messages', setupLimits.messages).map((message, index) =>
    readMessage(objectOf(message, `messages[${index}]`), key()),
  );
  const tools = listOf(from, 'tools', setupLimits.tools).map((tool, index) =>
    readTool(objectOf(tool, `tools[${index}]`), key()),
  );
  const columns = listOf(from, 'columns', setupLimits.columns).map((column, index) =>
    readColumn(objectOf(column, `columns[${index}]`), key()),
  );
  if (columns.length === 0) throw new NoSetup('columns is empty.');
  const budgetUsd = textOf(from, 'budgetUsd', 40);
  if (budgetProblem(budgetUsd) !== undefined) throw new NoSetup('budgetUsd is no amount.');
  return {
    messages,
    tools,
    columns,
    budgetUsd,
    model: textOf(from, 'model', setupLimits.model),
    temperature: numberOf(from, 'temperature', 0, 2),
    maxTokens: wholeOf(from, 'maxTokens', 1, setupLimits.maxTokens),
    seed: wholeOf(from, 'seed', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    stream: booleanOf(from, 'stream'),
    schema: textOf(from, 'schema', setupLimits.text),
  };
}

function readMessage(from: JsonObject, key: number): SetupMessage {
  const role = roles.find((name) => name === own(from, 'role'));
  if (role === undefined) throw new NoSetup('role is none of the four.');
  const calls = role === 'assistant' ? listOf(from, 'toolCalls', setupLimits.toolCalls) : [];
  return {
    key,
    role,
    content: textOf(from, 'content', setupLimits.text),
    toolCalls: calls.map((call, index) => readCall(objectOf(call, `toolCalls[${index}]`))),
    toolCallId: role === 'tool' ? optional(from, 'toolCallId', setupLimits.text) : '',
  };
}

function readCall(from: JsonObject): SetupToolCall {
  return {
    id: textOf(from, 'id', setupLimits.text),
    name: textOf(from, 'name', setupLimits.name),
    arguments: textOf(from, 'arguments', setupLimits.text),
  };
}

function readTool(from: JsonObject, key: number): SetupTool {
  return {
    key,
    name: textOf(from, 'name', setupLimits.name),
    description: textOf(from, 'description', setupLimits.text),
    parameters: textOf(from, 'parameters', setupLimits.text),
    result: textOf(from, 'result', setupLimits.text),
  };
}

function readColumn(from: JsonObject, key: number): Column {
  const has = (name: string) => own(from, name) !== undefined;
  return {
    key,
    ...(has('model') && { model: textOf(from, 'model', setupLimits.model) }),
    ...(has('temperature') && { temperature: numberOf(from, 'temperature', 0, 2) }),
    ...(has('system') && { system: textOf(from, 'system', setupLimits.text) }),
  };
}

/** Only what the object has itself: a name like `constructor` finds nothing. */
function own(from: JsonObject, name: string): unknown {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

function objectOf(value: unknown, place: string): JsonObject {
  const object = asObject(value);
  if (object === undefined) throw new NoSetup(`${place} is no object.`);
  return object;
}

function listOf(from: JsonObject, name: string, most: number): readonly unknown[] {
  const value = own(from, name) ?? [];
  if (!Array.isArray(value)) throw new NoSetup(`${name} is no list.`);
  if (value.length > most) throw new NoSetup(`${name} has more than ${most}.`);
  return value;
}

function textOf(from: JsonObject, name: string, most: number): string {
  const value = own(from, name);
  if (typeof value !== 'string') throw new NoSetup(`${name} is no text.`);
  if (value.length > most) throw new NoSetup(`${name} has more than ${most} characters.`);
  return value;
}

function optional(from: JsonObject, name: string, most: number): string {
  return own(from, name) === undefined ? '' : textOf(from, name, most);
}

function numberOf(from: JsonObject, name: string, least: number, most: number): number {
  const value = own(from, name);
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw new NoSetup(`${name} is no number from ${least} to ${most}.`);
  }
  return value;
}

function wholeOf(from: JsonObject, name: string, least: number, most: number) {
  const value = own(from, name);
  if (value === undefined) return undefined;
  if (!Number.isSafeInteger(value)) throw new NoSetup(`${name} is no whole number.`);
  return numberOf(from, name, least, most);
}

function booleanOf(from: JsonObject, name: string): boolean {
  const value = own(from, name);
  if (typeof value !== 'boolean') throw new NoSetup(`${name} is neither true nor false.`);
  return value;
}
