import type { ChatCompletion, PartialCompletion } from '@farebox/core';
import { added } from './repetition.js';

/** The text of an answer that can be gone on with: cut off at the ceiling, and nothing but text. */
export function plainTextOf({ choices }: PartialCompletion): string | undefined {
  const [choice, ...others] = choices;
  if (choice?.finish_reason !== 'length' || others.length > 0) return undefined;
  const { role: _, content, ...rest } = choice.message;
  // A thought that was cut off has no answer after it; one that was finished is not sent back.
  const { reasoning: _reasoning, reasoning_content: _content, ...kinds } = rest;
  const isPlain = Object.values(kinds).every((value) => value == null || isEmpty(value));
  return isPlain && content !== null && content !== '' ? content : undefined;
}

export interface JoinedOptions {
  /** Whether the provider is known to repeat the text that it goes on from. */
  readonly isRepeated: boolean;
  /** Whether what it went on with broke off. */
  readonly isBroken?: boolean | undefined;
}

/** An answer and what it went on with, as one: without `usage`, which would be of its last part. Undefined if that brought nothing. */
export function joined<Reply extends PartialCompletion>(
  before: ChatCompletion,
  after: Reply,
  { isRepeated, isBroken }: JoinedOptions,
): Reply | undefined {
  const [first] = before.choices;
  const [last] = after.choices;
  if (first === undefined || last === undefined || !last.message.content) return undefined;
  const text = first.message.content ?? '';
  const more = added({ text, isRepeated }, last.message.content, isBroken);
  if (more === '') return undefined;
  const content = text + more;
  const { usage: _, ...rest } = after;
  const choice = { ...last, message: { ...last.message, content }, logprobs: null };
  return { ...rest, choices: [choice] } as Reply;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
