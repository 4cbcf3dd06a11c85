import type { ChatCompletionChunk, ChunkDelta } from '@farebox/core';

/**
 * Whether a chunk carries something: the moment at which a call settles.
 *
 * Content, refusal, reasoning, audio, a tool or function delta, or a finish. A role, an empty
 * delta, usage and obfuscation are not something.
 */
export function carriesSomething(chunk: ChatCompletionChunk): boolean {
  for (const { delta, finish_reason } of chunk.choices) {
    if (finish_reason !== null || deltaCarries(delta)) return true;
  }
  return false;
}

function deltaCarries(delta: ChunkDelta): boolean {
  return Boolean(
    delta.content ||
      delta.refusal ||
      delta.reasoning_content ||
      delta.reasoning ||
      delta.audio ||
      delta.tool_calls?.length ||
      delta.function_call,
  );
}
