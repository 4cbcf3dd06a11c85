import type { ChatRequest, ToolChoice } from '@farebox/core';
import type { ExecutableTool } from './define-tool.js';

/**
 * The request without the demand that a tool be called: it holds for the first step alone.
 *
 * With the results in hand the model must be free to answer, or there would be calls for ever.
 */
export function undemanded(request: ChatRequest): ChatRequest {
  const { tool_choice: choice, ...rest } = request;
  if (choice === undefined || choice === 'auto' || choice === 'none') return request;
  if (choice === 'required' || choice.type !== 'allowed_tools') return rest;
  const allowed: ToolChoice = {
    ...choice,
    allowed_tools: { ...choice.allowed_tools, mode: 'auto' },
  };
  return { ...rest, tool_choice: allowed };
}

/** The tools that the choice leaves: models have called others. */
export function chosen(
  tools: ReadonlyMap<string, ExecutableTool>,
  choice: ToolChoice | undefined,
): ReadonlyMap<string, ExecutableTool> {
  if (choice === undefined || typeof choice === 'string' || choice.type !== 'allowed_tools') {
    return tools;
  }
  const names = new Set(choice.allowed_tools.tools.map(nameIn));
  return new Map([...tools].filter(([name]) => names.has(name)));
}

function nameIn(tool: Readonly<Record<string, unknown>>): unknown {
  const called = tool.function;
  return typeof called === 'object' && called !== null && 'name' in called
    ? called.name
    : undefined;
}
