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

/**
 * Output tokens that have arrived, by a low estimate: 8 characters each, where 4 are usual, and
 * a run of one character (an indentation, a ruled line) counts as 3, because one token can be 64 of them.
 */
export function receivedTokensAtLeast(reply: ReceivedReply): number {
  let characters = 0;
  for (const text of textsOf(reply)) characters += text.replace(/(.)\1{3,}/gsu, '$1$1$1').length;
  return Math.floor(characters / 8);
}
