import type { ChatCompletionMessage } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { noAnswer, toAssistantMessage } from './to-assistant-message.js';

const reply = (message: Partial<ChatCompletionMessage>): ChatCompletionMessage => ({
  role: 'assistant',
  content: null,
  refusal: null,
  ...message,
});
const call = (id: string) => ({
  id,
  type: 'function' as const,
  function: { name: 'add', arguments: '{}' },
});
const nowMs = 1_767_225_600_000;
const expiresAt = nowMs / 1000 + 3600;

describe('a reply that goes back', () => {
  it('has its text, and nothing that a request does not know', () => {
    const noisy = { annotations: [], reasoning: 'Hm.', reasoning_content: 'Hm.', audio: null };
    expect(toAssistantMessage(reply({ content: 'Hi', ...noisy }), { nowMs })).toEqual({
      role: 'assistant',
      content: 'Hi',
    });
  });

  it('keeps a refusal that says something', () => {
    expect(toAssistantMessage(reply({ refusal: 'I cannot.' }), { nowMs })).toEqual({
      role: 'assistant',
      content: null,
      refusal: 'I cannot.',
    });
  });

  it('takes its calls along, with what a provider hung onto them', () => {
    const signed = { ...call('a'), extra_content: { google: { thought_signature: 'x' } } };
    expect(toAssistantMessage(reply({ tool_calls: [signed] }), { nowMs })).toEqual({
      role: 'assistant',
      content: null,
      tool_calls: [signed],
    });
  });

  it('has the names that the model made up in letters that a name may have', () => {
    const named = (name: string) => ({ ...call('a'), function: { name, arguments: '{}' } });
    const calls = ['multi_tool_use.parallel', '', 'get weather', 'n'.repeat(65)].map(named);
    const sent = toAssistantMessage(reply({ tool_calls: calls }), { nowMs });
    const names = sent.tool_calls?.map((one) => one.type === 'function' && one.function.name);
    expect(names).toEqual(['multi_tool_use_parallel', '_', 'get_weather', 'n'.repeat(64)]);
  });

  it('leaves out calls without a result, and all of tool_calls if none is left', () => {
    const calls = reply({ content: 'So:', tool_calls: [call('a'), call('b')] });
    const answered = (...ids: string[]) =>
      toAssistantMessage(calls, { nowMs, answeredCalls: new Set(ids) });
    expect(answered('b')).toMatchObject({ tool_calls: [{ id: 'b' }] });
    expect(answered()).toEqual({ role: 'assistant', content: 'So:' });
  });

  it('has reasoning in a turn of tools only, where DeepSeek wants it', () => {
    const thought = reply({ reasoning_content: 'Hm.', tool_calls: [call('a')] });
    expect(toAssistantMessage(thought, { nowMs })).not.toHaveProperty('reasoning_content');
    expect(toAssistantMessage(thought, { nowMs, withReasoning: true })).toMatchObject({
      reasoning_content: 'Hm.',
    });
  });

  it.each([
    [0, { content: null, audio: { id: 'audio_1' } }],
    [3_599_999, { content: null, audio: { id: 'audio_1' } }],
    [3_600_000, { content: 'Hello' }],
  ])('that was spoken %d ms ago goes back as %j', (laterMs, expected) => {
    const audio = { id: 'audio_1', data: 'AAAA', transcript: 'Hello', expires_at: expiresAt };
    const sent = toAssistantMessage(reply({ audio }), { nowMs: nowMs + laterMs });
    expect(sent).toEqual({ role: 'assistant', ...expected });
  });

  it.each([
    [reply({})],
    [reply({ content: '' })],
    [reply({ content: '', reasoning_content: 'Hm.' })],
  ])('without a word says so, for an empty text is refused', (empty) => {
    expect(toAssistantMessage(empty, { nowMs })).toEqual({ role: 'assistant', content: noAnswer });
  });
});
