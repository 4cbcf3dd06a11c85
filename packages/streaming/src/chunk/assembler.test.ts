import type { ChatCompletionChunk, FinishReason } from '@farebox/core';
import { expect, it } from 'vitest';
import { Assembler } from './assembler.js';

function chunk(index: number, finish: FinishReason | null, more: object = {}): ChatCompletionChunk {
  return {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index, delta: {}, finish_reason: finish }],
    ...more,
  };
}

it('is proven only when as many choices have finished as were asked for', () => {
  const assembler = new Assembler(2);
  expect(assembler.proven).toBe(false);
  assembler.add(chunk(0, 'stop'));
  expect(assembler.proven).toBe(false);
  assembler.add(chunk(0, 'stop'));
  expect(assembler.proven).toBe(false);
  assembler.add(chunk(1, 'length'));
  expect(assembler.proven).toBe(true);
});

it('a choice that shows up beyond the expected ones must finish too', () => {
  const assembler = new Assembler(1);
  assembler.add(chunk(0, 'stop'));
  assembler.add(chunk(3, null));
  expect(assembler.proven).toBe(false);
});

it('with usage in every chunk the last one counts', () => {
  const usage = (tokens: number) => ({
    prompt_tokens: 1,
    completion_tokens: tokens,
    total_tokens: tokens + 1,
  });
  const assembler = new Assembler(1);
  assembler.add(chunk(0, null, { usage: usage(1) }));
  assembler.add(chunk(0, 'stop', { usage: usage(2) }));
  assembler.add(chunk(0, null, { usage: null }));
  expect(assembler.usage?.completion_tokens).toBe(2);
});

it('the head comes from the first chunk that has an id (Azure sends an empty one first)', () => {
  const assembler = new Assembler(1);
  assembler.add(chunk(0, null, { id: '', model: '', created: 0 }));
  assembler.add(chunk(0, 'stop', { id: 'real', model: 'gpt', created: 7 }));
  assembler.add(chunk(0, null, { id: 'other' }));
  expect(assembler.completion()).toMatchObject({ id: 'real', model: 'gpt', created: 7 });
});

it('fields that nobody knows yet, the tier and the fingerprint are carried over', () => {
  const assembler = new Assembler(1);
  assembler.add(
    chunk(0, 'stop', { service_tier: 'flex', moderation: { ok: 1 }, obfuscation: 'x' }),
  );
  const completion = assembler.completion();
  expect(completion).toMatchObject({ service_tier: 'flex', moderation: { ok: 1 } });
  expect(completion).not.toHaveProperty('obfuscation');
});

it('text that came without chunks counts for choice 0', () => {
  const assembler = new Assembler(1);
  assembler.addText('ab');
  assembler.add(chunk(0, 'stop'));
  expect(assembler.completion().choices[0]?.message.content).toBe('ab');
});

it('before anything has come the partial reply is empty', () => {
  expect(new Assembler(1).partial()).toMatchObject({ id: '', choices: [] });
});
