import { utf8Length } from '@farebox/core';

/** As much of an answer as there is: a `ChatCompletion` of Farebox or of the `openai` SDK, or a part of one. */
export interface ReceivedReply {
  readonly choices?:
    | readonly {
        readonly finish_reason?: string | null | undefined;
        readonly message?: object | undefined;
      }[]
    | undefined;
}

/** Output tokens that have arrived, at most: a token stands for at least one byte. */
export function receivedTokens(reply: ReceivedReply): number {
  let bytes = 0;
  for (const text of textsOf(reply)) bytes += utf8Length(text);
  return bytes;
}

/** What was written: text, refusal, reasoning under any name, tool calls. */
function* textsOf({ choices = [] }: ReceivedReply): Generator<string> {
  for (const { message = {} } of choices) {
    for (const [name, value] of Object.entries(message)) {
      if (name === 'role' || value === null || value === undefined) continue;
      yield typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    }
  }
}

/** No vocabulary has many tokens of more characters, once runs of one character are short. */
const charactersPerToken = 16;

/**
 * Output tokens that have arrived, by a low estimate: 16 characters each, where 4 are usual, and
 * a run of one character (an indentation, a ruled line) counts as 3, because one token can be 64 of them.
 *
 * Only what a model writes is counted: ids, types and unknown fields may be of any length.
 */
export function receivedTokensAtLeast(reply: ReceivedReply): number {
  let characters = 0;
  for (const text of writtenIn(reply)) characters += text.replace(/(.)\1{3,}/gsu, '$1$1$1').length;
  return Math.floor(characters / charactersPerToken);
}

interface Written {
  readonly arguments?: unknown;
  readonly input?: unknown;
}

interface WrittenMessage {
  readonly content?: unknown;
  readonly refusal?: unknown;
  readonly reasoning?: unknown;
  readonly reasoning_content?: unknown;
  readonly tool_calls?: readonly { readonly function?: Written; readonly custom?: Written }[];
}

/** The texts that can only have come out of a model. */
function writtenIn({ choices = [] }: ReceivedReply): string[] {
  return choices
    .flatMap(({ message = {} }) => {
      const { content, refusal, reasoning, reasoning_content, tool_calls } =
        message as WrittenMessage;
      const calls = (tool_calls ?? []).map(
        ({ function: called, custom }) => called?.arguments ?? custom?.input,
      );
      return [content, refusal, reasoning, reasoning_content, ...calls];
    })
    .filter((text) => typeof text === 'string');
}
