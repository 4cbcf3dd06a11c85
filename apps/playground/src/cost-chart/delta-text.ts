import type { ChatCompletionChunk } from '@farebox/core';

/** What a chunk adds to an answer and is paid for: text, reasoning, a refusal, arguments of a tool's call. */
export function deltaText(data: string): string {
  try {
    const chunk: Partial<ChatCompletionChunk> | null = JSON.parse(data);
    return (chunk?.choices ?? []).map(({ delta }) => textOf(delta ?? {})).join('');
  } catch {
    // `[DONE]`, or a part that is not JSON: it adds nothing.
    return '';
  }
}

function textOf(delta: ChatCompletionChunk['choices'][number]['delta']): string {
  const { content, refusal, reasoning_content, tool_calls } = delta;
  const calls = (tool_calls ?? []).map(({ function: own }) => own?.arguments ?? '');
  return [reasoning_content, content, refusal, ...calls].filter(Boolean).join('');
}
