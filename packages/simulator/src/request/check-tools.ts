import type { ChatRequest, Tool } from '@farebox/core';
import { nameIn, toolName } from '../model/tools/offered-tools.js';
import { invalidRequest, type Refusal } from '../refusal/refusal.js';

/**
 * Refuses tools and choices of tools that do not go together.
 *
 * The deprecated `functions` and `function_call` are refused whole, and say what to use instead.
 * @throws {Refusal} 400.
 */
export function checkTools(request: ChatRequest): void {
  for (const [old, current] of [
    ['functions', 'tools'],
    ['function_call', 'tool_choice'],
  ] as const) {
    if (Object.hasOwn(request, old)) throw replaced(old, current);
  }
  const { tools, tool_choice: choice } = request;
  if (tools === undefined) {
    if (choice !== undefined) throw onlyWithTools('tool_choice');
    if (request.parallel_tool_calls !== undefined) throw onlyWithTools('parallel_tool_calls');
    return;
  }
  checkNames(tools);
  checkGrammars(tools);
  if (typeof choice !== 'object') return;
  if (choice.type === 'allowed_tools') {
    const allowed = choice.allowed_tools.tools;
    if (allowed.length === 0) {
      throw invalidRequest(
        "Invalid 'tool_choice.allowed_tools.tools': empty array. Expected an array with minimum length 1, but got an empty array instead.",
        'tool_choice.allowed_tools.tools',
        'empty_array',
      );
    }
    for (const tool of allowed) requireTool(tools, String(tool.type), nameIn(tool));
    return;
  }
  requireTool(tools, choice.type, nameIn({ ...choice }));
}

function checkNames(tools: readonly Tool[]): void {
  const names = new Set<string>();
  for (const [index, tool] of tools.entries()) {
    const name = toolName(tool);
    if (names.has(name)) {
      throw invalidRequest(
        `Invalid 'tools[${index}].${tool.type}.name': '${name}' is the name of another tool. Tool names must be unique.`,
        `tools[${index}].${tool.type}.name`,
        'invalid_value',
      );
    }
    names.add(name);
  }
}

function checkGrammars(tools: readonly Tool[]): void {
  for (const [index, tool] of tools.entries()) {
    if (tool.type !== 'custom' || tool.custom.format?.type !== 'grammar') continue;
    const param = `tools[${index}].custom.format.type`;
    throw invalidRequest(
      `Unsupported value: '${param}' does not support 'grammar' with this model. Supported values are: 'text'.`,
      param,
      'unsupported_value',
    );
  }
}

function requireTool(tools: readonly Tool[], type: string, name: string): void {
  if (tools.some((tool) => tool.type === type && toolName(tool) === name)) return;
  throw invalidRequest(
    `Tool choice '${name}' not found in 'tools' parameter.`,
    'tool_choice',
    null,
  );
}

function onlyWithTools(param: string): Refusal {
  return invalidRequest(
    `Invalid value for '${param}': '${param}' is only allowed when 'tools' are specified.`,
    param,
    null,
  );
}

function replaced(param: string, current: string): Refusal {
  return invalidRequest(
    `Unsupported parameter: '${param}' is not supported with this model. Use '${current}' instead.`,
    param,
    'unsupported_parameter',
  );
}
