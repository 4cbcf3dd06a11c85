import type { ChunkChoice } from '@farebox/core';
import { expect, it } from 'vitest';
import { ChoiceAssembler } from './choice-assembler.js';

function assembled(...choices: Partial<ChunkChoice>[]) {
  const assembler = new ChoiceAssembler(0);
  for (const choice of choices) {
    assembler.add({ index: 0, delta: {}, finish_reason: null, ...choice });
  }
  return assembler.assembled();
}

it('no content at all is null; an empty one is empty', () => {
  expect(assembled({ delta: { role: 'assistant' } }).message.content).toBeNull();
  expect(assembled({ delta: { content: '' } }).message.content).toBe('');
});

it('content, refusal and both kinds of reasoning are put together', () => {
  const halves = (half: string) => ({
    delta: { content: half, refusal: half, reasoning: half, reasoning_content: half },
  });
  expect(assembled(halves('a'), halves('b')).message).toEqual({
    role: 'assistant',
    content: 'ab',
    refusal: 'ab',
    reasoning: 'ab',
    reasoning_content: 'ab',
  });
});

it('a deprecated function call is put together', () => {
  const { message } = assembled(
    { delta: { function_call: { name: 'f', arguments: '{' } } },
    { delta: { function_call: { arguments: '}' } } },
  );
  expect(message.function_call).toEqual({ name: 'f', arguments: '{}' });
});

it('audio that ends on expires_at alone is finished; before that it is not', () => {
  const audio = { id: 'audio_1', data: 'AA', transcript: 'Hi' };
  const first = { delta: { audio } };
  expect(assembled(first).finish_reason).toBeNull();
  expect(assembled({ delta: { audio: { ...audio, expires_at: 9 } } }).finish_reason).toBeNull();
  const ended = assembled(first, { delta: { audio: { expires_at: 9 } } });
  expect(ended.finish_reason).toBe('stop');
  expect(ended.message.audio).toEqual({ ...audio, expires_at: 9 });
});

it('log probabilities are appended, each list by itself', () => {
  const token = (text: string) => ({ token: text, bytes: null, logprob: -1, top_logprobs: [] });
  const { logprobs } = assembled(
    { logprobs: { content: [token('a')], refusal: null } },
    { logprobs: { content: [token('b')], refusal: null } },
  );
  expect(logprobs).toEqual({ content: [token('a'), token('b')], refusal: null });
});

it('a field that nobody knows yet is carried over, the last value winning', () => {
  const first = { delta: { annotations: [1] } as object };
  const last = { delta: { annotations: [2], other: null } as object };
  const { message } = assembled(first, last);
  expect(message).toMatchObject({ annotations: [2] });
  expect(message).not.toHaveProperty('other');
});
