import { budgetProblem } from '../fare-box/budget-problem.js';
import { parseSchema } from './schema/parse-schema.js';
import type { Setup, SetupMessage, SetupTool } from './setup/setup.js';

/** Why this form cannot be run, in a sentence with the place; nothing where it can. */
export function setupProblem(setup: Setup): string | undefined {
  const { messages, tools, schema } = setup;
  if (setup.model.trim() === '') return 'Name a model.';
  if (!messages.some(({ role }) => role !== 'system')) return 'There is no message to answer.';
  return (
    first(messages, messageProblem) ??
    first(tools, toolProblem) ??
    twice(tools) ??
    (schema.trim() === '' ? undefined : schemaProblem(schema)) ??
    budgetProblem(setup.budgetUsd)
  );
}

/** Why a text is no JSON Schema that can be asked for; nothing where it is one. */
export function schemaProblem(text: string): string | undefined {
  const { problem } = parseSchema(text);
  return problem === undefined ? undefined : `Answer’s schema: ${problem}`;
}

/** Why a function cannot be offered; nothing where it can. */
export function toolProblem({ name, parameters }: SetupTool): string | undefined {
  if (!/^[\w-]{1,64}$/.test(name)) {
    return 'The name of a function is 1 to 64 letters, digits, _ and -.';
  }
  const { problem } = parseSchema(parameters, { object: true });
  return problem === undefined ? undefined : `Function ${name}: ${problem}`;
}

function messageProblem(
  { role, content, toolCalls, toolCallId }: SetupMessage,
  index: number,
  messages: readonly SetupMessage[],
): string | undefined {
  const place = `Message ${index + 1}`;
  if (role === 'user' && content.trim() === '') return `${place} says nothing.`;
  if (role === 'assistant' && content === '' && toolCalls.length === 0) {
    return `${place} says nothing and calls nothing.`;
  }
  if (role === 'assistant') {
    const call = toolCalls.find(({ name }) => name === '');
    if (call !== undefined) return `${place} calls a function without a name.`;
  }
  if (role !== 'tool') return undefined;
  const calls = messages.slice(0, index).flatMap((message) => message.toolCalls);
  return calls.some(({ id }) => id === toolCallId)
    ? undefined
    : `${place} is a result, and answers no call of a message before it.`;
}

function twice(tools: readonly SetupTool[]): string | undefined {
  const names = tools.map(({ name }) => name);
  const again = names.find((name, index) => names.indexOf(name) !== index);
  return again === undefined ? undefined : `Two functions are called ${again}.`;
}

function first<Item>(
  items: readonly Item[],
  problemOf: (item: Item, index: number, items: readonly Item[]) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index, items);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
