import type { ChatRequest, PartialCompletion } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { request } from '../../fixtures/fake-call.js';
import { continuationOf } from './continuation.js';

type Message = PartialCompletion['choices'][number]['message'];

/** What had come of one answer. */
function partial(message: Partial<Message>, index = 0): PartialCompletion {
  const whole: Message = { role: 'assistant', content: null, refusal: null, ...message };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index, message: whole, finish_reason: null, logprobs: null }],
  };
}

const text = partial({ content: 'Hel' });
const call = { id: 'a', type: 'function' as const, function: { name: 'f', arguments: '{' } };

describe('the request for the rest of an answer', () => {
  it('is the same with the part as a last message, and the fields that the provider wants', () => {
    const fields = { message: { prefix: true }, request: { add_generation_prompt: false } };
    expect(continuationOf({ ...request, temperature: 0.3 }, text, fields)).toEqual({
      ...request,
      temperature: 0.3,
      add_generation_prompt: false,
      messages: [...request.messages, { role: 'assistant', content: 'Hel', prefix: true }],
    });
    expect(request.messages).toHaveLength(1);
  });

  it.each<[string, Partial<ChatRequest>, PartialCompletion | undefined]>([
    ['several answers', { n: 2 }, text],
    ['log probabilities', { logprobs: true }, text],
    ['sound', { modalities: ['text', 'audio'] }, text],
    ['structured output', { response_format: { type: 'json_object' } }, text],
    ['a conversation that ends with the assistant', { messages: [{ role: 'assistant' }] }, text],
    ['nothing that came', {}, undefined],
    ['no text that came', {}, partial({ content: '' })],
    ['another answer than the first', {}, partial({ content: 'Hel' }, 1)],
    ['a tool call that had begun', {}, partial({ content: 'Hel', tool_calls: [call] })],
    ['reasoning that came', {}, partial({ content: 'Hel', reasoning_content: 'Hm.' })],
    ['a refusal that had begun', {}, partial({ refusal: 'I can' })],
  ])('does not exist for %s', (_name, more, reply) => {
    expect(continuationOf({ ...request, ...more }, reply, {})).toBeUndefined();
  });

  it('exists for one answer that was asked for as such, in plain text, with tools that were not called', () => {
    const plain: Partial<ChatRequest> = {
      n: 1,
      response_format: { type: 'text' },
      modalities: ['text'],
      tools: [{ type: 'function', function: { name: 'f' } }],
    };
    expect(continuationOf({ ...request, ...plain }, text, {})).toBeDefined();
  });
});
