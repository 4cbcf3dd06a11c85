import type { PartialCompletion, ToolCall } from '@farebox/core';
import type { PrefixReading } from './read-prefix.js';
import { TextBox } from './text-box.js';
import './wire-message.css';

/** The message as the library has it at the position. */
export function WireMessage({ reading }: { readonly reading: PrefixReading | undefined }) {
  const { partial, error } = reading ?? {};
  const choice = partial?.choices[0];
  return (
    <section className="wire-message">
      <h4>The message so far</h4>
      <MessageText message={choice?.message} />
      <dl>
        <dt>Finish</dt>
        <dd>{choice?.finish_reason ?? 'not yet'}</dd>
        <dt>Usage</dt>
        <dd>{usageText(partial)}</dd>
        <dt>If it ended here</dt>
        <dd data-fails={error !== undefined}>
          {error === undefined ? 'a complete answer' : `${error.name}: ${error.message}`}
        </dd>
      </dl>
    </section>
  );
}

/** The end of a long text: what is new is there. */
const mostCharacters = 4_000;

function MessageText({
  message,
}: {
  readonly message: PartialCompletion['choices'][number]['message'] | undefined;
}) {
  const { content, refusal, reasoning_content, tool_calls = [] } = message ?? {};
  const text = content ?? refusal ?? '';
  const reasoning = reasoning_content ?? '';
  if (text === '' && reasoning === '' && tool_calls.length === 0) {
    return <p className="hint">Nothing yet.</p>;
  }
  return (
    <>
      {reasoning !== '' && <TextBox className="wire-reasoning" text={endOf(reasoning)} />}
      {text !== '' && <TextBox text={endOf(text)} />}
      {tool_calls.length > 0 && <TextBox text={tool_calls.map(callText).join('\n')} />}
    </>
  );
}

function callText(call: ToolCall): string {
  return call.type === 'custom'
    ? `${call.custom.name}(${call.custom.input})`
    : `${call.function.name}(${call.function.arguments})`;
}

function endOf(text: string): string {
  return text.length > mostCharacters ? `… ${text.slice(-mostCharacters)}` : text;
}

function usageText(partial: PartialCompletion | undefined): string {
  const { usage } = partial ?? {};
  if (usage == null) return 'not yet';
  return `${usage.prompt_tokens} in, ${usage.completion_tokens} out`;
}
