import type { ChatCompletionChunk, ChunkDelta } from '@farebox/core';

/** How many characters a chunk adds to the answer: what is put together, over all its choices. */
export function answerLength({ choices }: ChatCompletionChunk): number {
  let length = 0;
  for (const { delta } of choices) length += deltaLength(delta);
  return length;
}

function deltaLength(delta: ChunkDelta): number {
  let length =
    lengthOf(delta.content) +
    lengthOf(delta.refusal) +
    lengthOf(delta.reasoning) +
    lengthOf(delta.reasoning_content) +
    lengthOf(delta.function_call?.name) +
    lengthOf(delta.function_call?.arguments) +
    lengthOf(delta.audio?.data) +
    lengthOf(delta.audio?.transcript);
  for (const call of delta.tool_calls ?? []) {
    length += lengthOf(call.function?.name ?? call.custom?.name);
    length += lengthOf(call.function?.arguments ?? call.custom?.input);
  }
  return length;
}

/** Of what the wire brings where the types promise text. */
function lengthOf(text: unknown): number {
  return typeof text === 'string' ? text.length : 0;
}
