import type { ChatRequest, Tool } from '@farebox/core';

/** The tools that may be called, and how many calls there must and may be. */
export interface OfferedTools {
  readonly tools: readonly Tool[];
  /** `named`: exactly this one, once. `required`: one call at least. */
  readonly demand: 'none' | 'required' | 'named';
  readonly most: number;
}

/** OpenAI makes no more calls than this at once. */
const maximumCalls = 128;

/** What `tools`, `tool_choice` and `parallel_tool_calls` say together. */
export function offeredTools({
  tools = [],
  tool_choice: choice = 'auto',
  parallel_tool_calls: parallel,
}: Pick<ChatRequest, 'tools' | 'tool_choice' | 'parallel_tool_calls'>): OfferedTools {
  const most = parallel === false ? 1 : maximumCalls;
  if (choice === 'none') return { tools: [], demand: 'none', most };
  if (choice === 'auto') return { tools, demand: 'none', most };
  if (choice === 'required') return { tools, demand: 'required', most };
  if (choice.type === 'allowed_tools') {
    const { mode, tools: allowed } = choice.allowed_tools;
    const names = new Set(allowed.map((tool) => nameIn(tool)));
    return {
      tools: tools.filter((tool) => names.has(toolName(tool))),
      demand: mode === 'required' ? 'required' : 'none',
      most,
    };
  }
  const name = nameIn({ ...choice });
  return { tools: tools.filter((tool) => toolName(tool) === name), demand: 'named', most: 1 };
}

export function toolName(tool: Tool): string {
  return tool.type === 'function' ? tool.function.name : tool.custom.name;
}

export function toolDescription(tool: Tool): string {
  const { description } = tool.type === 'function' ? tool.function : tool.custom;
  return description ?? '';
}

/** The name inside `{ type, function: { name } }` or `{ type, custom: { name } }`. */
export function nameIn({ type, ...inside }: Readonly<Record<string, unknown>>): string {
  const named = type === 'custom' ? inside.custom : inside.function;
  return typeof named === 'object' && named !== null && 'name' in named ? String(named.name) : '';
}
