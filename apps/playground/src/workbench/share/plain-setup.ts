import type { Setup } from '../setup/setup.js';

/** The form as plain JSON, without the keys that only the page needs. `readSetup` reads it. */
export function plainSetup(setup: Setup): unknown {
  const { messages, tools, columns, ...fields } = setup;
  return {
    ...fields,
    messages: messages.map(({ role, content, toolCalls, toolCallId }) => ({
      role,
      content,
      ...(toolCalls.length > 0 && { toolCalls }),
      ...(toolCallId !== '' && { toolCallId }),
    })),
    ...(tools.length > 0 && { tools: tools.map(({ key: _, ...tool }) => tool) }),
    columns: columns.map(({ key: _, ...column }) => column),
  };
}
