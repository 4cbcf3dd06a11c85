import type { ChatMessage } from '@farebox/core';

/** What was said on the way to the answer: calls of functions, and their results. */
export function SaidCalls({ messages }: { readonly messages: readonly ChatMessage[] }) {
  const results = new Map(
    messages.flatMap((message) =>
      message.role === 'tool' ? [[message.tool_call_id, String(message.content)] as const] : [],
    ),
  );
  const calls = messages.flatMap((message) =>
    message.role === 'assistant' ? (message.tool_calls ?? []) : [],
  );
  if (calls.length === 0) return null;
  return (
    <dl className="said-calls">
      {calls.map((call) => (
        <div key={call.id}>
          <dt>
            calls{' '}
            <code>
              {call.type === 'function'
                ? `${call.function.name}(${call.function.arguments})`
                : call.custom.name}
            </code>
          </dt>
          <dd>
            gets <code>{results.get(call.id) ?? '…'}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
