import type { ChatCompletion, ChatCompletionMessage, ChatMessage, ToolCall } from '@farebox/core';

/** The reply with every call under an id of its own, and those calls. */
export interface ReplyCalls {
  readonly completion: ChatCompletion;
  readonly message: ChatCompletionMessage | undefined;
  readonly calls: readonly ToolCall[];
}

/**
 * The calls of a reply, made fit to be answered.
 *
 * Results find their calls by id, and some providers send none, or the same one again (Ollama, Gemini), or one longer than the 40
 * characters that OpenAI takes back (vLLM): those calls get new ones, different from all in `taken`, to which the ids of this reply are added. A `function_call`, which OpenAI
 * has deprecated, becomes a call like any other.
 */
export function replyCalls(completion: ChatCompletion, taken: Set<string>): ReplyCalls {
  const [choice, ...others] = completion.choices;
  if (choice === undefined) return { completion, message: undefined, calls: [] };
  const { function_call: deprecated, ...message } = choice.message;
  const given = message.tool_calls ?? [];
  const made: readonly ToolCall[] =
    given.length === 0 && deprecated ? [{ id: '', type: 'function', function: deprecated }] : given;
  if (made.length === 0) return { completion, message: choice.message, calls: [] };
  const calls = made.map((call) => ({ ...call, id: freshId(call.id, taken) }));
  const withCalls = { ...message, tool_calls: calls };
  return {
    completion: { ...completion, choices: [{ ...choice, message: withCalls }, ...others] },
    message: withCalls,
    calls,
  };
}

function freshId(given: string, taken: Set<string>): string {
  let id = given;
  // Nine letters and digits: what Mistral takes, and everybody else.
  for (let number = taken.size; id === '' || id.length > 40 || taken.has(id); number++) {
    id = `call${String(number).padStart(5, '0')}`;
  }
  taken.add(id);
  return id;
}

/** The ids that a conversation has calls under already. */
export function idsIn(messages: readonly ChatMessage[]): string[] {
  return messages.flatMap((message) =>
    message.role === 'assistant' ? (message.tool_calls ?? []).map(({ id }) => id) : [],
  );
}

export function calledName(call: ToolCall): string {
  return call.type === 'function' ? call.function.name : call.custom.name;
}
