import { ChatError, type ChatRequest, type Tool } from '@farebox/core';
import type { ExecutableTool } from './define-tool.js';

/** Tools that run here ({@link defineTool}), and tools in wire format, whose calls the caller answers. */
export type ToolList = readonly (Tool | ExecutableTool)[];

/**
 * The request with the tools in wire format. An empty list is none, and what is said of tools goes with them: providers refuse it alone.
 *
 * @param isStrict Whether the model keeps to the letter of a schema that can be said in the strict subset.
 */
export function offering<Request extends Omit<ChatRequest, 'messages'>>(
  request: Request,
  tools: ToolList,
  isStrict: boolean,
): Request {
  if (tools.length > 0) {
    return { ...request, tools: tools.map((tool) => inWireFormat(tool, isStrict)) };
  }
  const { tool_choice: _, parallel_tool_calls: __, ...rest } = request;
  return rest as Request;
}

/**
 * Those that run here, by name.
 *
 * @throws {ChatError} `configuration` for two tools of one name: nobody could tell whose calls they are.
 */
export function executableTools(tools: ToolList): ReadonlyMap<string, ExecutableTool> {
  const executable = new Map<string, ExecutableTool>();
  const names = new Set<string>();
  for (const tool of tools) {
    const name = nameOf(isExecutable(tool) ? tool.definition : tool);
    if (names.has(name)) throw twice(name);
    names.add(name);
    if (isExecutable(tool)) executable.set(name, tool);
  }
  return executable;
}

export function nameOf(tool: Tool): string {
  return tool.type === 'function' ? tool.function.name : tool.custom.name;
}

function inWireFormat(tool: Tool | ExecutableTool, isStrict: boolean): Tool {
  if (!isExecutable(tool)) return tool;
  const { definition, strictParameters: parameters } = tool;
  if (!isStrict || parameters === undefined) return definition;
  return { ...definition, function: { ...definition.function, parameters, strict: true } };
}

function isExecutable(tool: Tool | ExecutableTool): tool is ExecutableTool {
  return 'run' in tool;
}

function twice(name: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `Two tools are called "${name}".`,
    fix: 'Give each tool a name of its own.',
  });
}
