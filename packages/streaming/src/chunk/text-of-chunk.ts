import type { ChatCompletionChunk } from '@farebox/core';

/** The text of choice 0 in a chunk. */
export function textOfChunk({ choices }: ChatCompletionChunk): string {
  let text = '';
  for (const { index, delta } of choices) if (index === 0) text += delta.content ?? '';
  return text;
}
