import type { ChatCompletionMessage, Logprobs, ToolCall } from '@farebox/core';
import type { Generated, GeneratedSection } from '../model/generated.js';
import { callId } from '../random/identifiers.js';
import type { Piece } from '../tokens/pieces.js';

/** A choice as one message. Content is `null` where the choice only calls tools or refuses. */
export function messageOf(
  choice: Generated,
  replyId: string,
  index: number,
): ChatCompletionMessage {
  const calls = choice.sections
    .filter((section) => section.kind === 'call')
    .map((call, position) => toolCall(call, callId(replyId, index, position)));
  const says = choice.sections.some(({ kind }) => kind === 'content');
  const refuses = choice.sections.some(({ kind }) => kind === 'refusal');
  return {
    role: 'assistant',
    content: says || (calls.length === 0 && !refuses) ? textOf(piecesOf(choice, 'content')) : null,
    refusal: refuses ? textOf(piecesOf(choice, 'refusal')) : null,
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
}

/** The log probabilities of everything a choice says, or `null` where none were asked for. */
export function logprobsOf(choice: Generated): Logprobs | null {
  const content = piecesOf(choice, 'content').flatMap(({ logprobs }) => logprobs);
  const refusal = piecesOf(choice, 'refusal').flatMap(({ logprobs }) => logprobs);
  if (content.length === 0 && refusal.length === 0) return null;
  return {
    content: content.length === 0 ? null : content,
    refusal: refusal.length === 0 ? null : refusal,
  };
}

function toolCall(
  { type, name, pieces }: Extract<GeneratedSection, { kind: 'call' }>,
  id: string,
): ToolCall {
  const text = textOf(pieces);
  return type === 'function'
    ? { id, type, function: { name, arguments: text } }
    : { id, type, custom: { name, input: text } };
}

function piecesOf(choice: Generated, kind: 'content' | 'refusal'): Piece[] {
  return choice.sections.flatMap((section) => (section.kind === kind ? section.pieces : []));
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
