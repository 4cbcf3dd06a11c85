import type { ChatRequest } from '@farebox/core';
import type { AnswerRule } from '@farebox/simulator';

/** The answer to every question: two-, three- and four-byte characters, quotes, a line end. */
export const wholeText =
  'A loop runs its body once for each item:\n"naïve", 日本語 and 👩‍👩‍👧 included, and then it is done.';

const wholeToolCall = { name: 'get_weather', arguments: { city: 'Zürich' } };

/** What the simulator says: a call of the tool, where one is given. */
export const answerRule: AnswerRule = (request: ChatRequest) =>
  (request.tools?.length ?? 0) > 0 ? { toolCalls: [wholeToolCall] } : wholeText;

/** What a client says that it got. */
export interface Got {
  readonly text: string;
  /** Arguments as they came, or as the client has parsed them. */
  readonly toolCalls: readonly { readonly name: string; readonly arguments: unknown }[];
}

/** How the answer may differ where the provider itself changed it, by the name of the case. */
const asSent: Readonly<Record<string, (got: Got) => boolean>> = {
  // A chunk has no id, so nobody can know that it came twice: as sent, or without the repetition.
  'repeated-chunks': ({ text }) =>
    text.replace(/\s/g, '').length >= wholeText.replace(/\s/g, '').length,
  'invalid-utf8': ({ text }) => text.includes('\uFFFD'),
  'empty-tool-arguments': ({ toolCalls }) =>
    toolCalls.length === 1 && ['', '{}'].includes(argumentsText(toolCalls[0]?.arguments)),
  'invalid-tool-arguments': ({ toolCalls }) => toolCalls.length === 1,
};

/** Whether a client has the whole answer of a case: nothing missing, nothing foreign. */
export function isWhole(caseName: string, got: Got, withTools: boolean): boolean {
  const special = asSent[caseName];
  if (special !== undefined) return special(got);
  if (!withTools) return got.text === wholeText;
  const [call, ...others] = got.toolCalls;
  return (
    others.length === 0 &&
    call?.name === wholeToolCall.name &&
    argumentsText(call.arguments) === JSON.stringify(wholeToolCall.arguments)
  );
}

function argumentsText(given: unknown): string {
  if (typeof given !== 'string') return JSON.stringify(given) ?? '';
  try {
    return JSON.stringify(JSON.parse(given));
  } catch {
    return given;
  }
}
