import type { ChatCompletion, ToolCall } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { replyCalls } from './reply-calls.js';

function reply(message: object): ChatCompletion {
  const whole = { role: 'assistant', content: null, refusal: null, ...message } as const;
  return {
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'm',
    choices: [{ index: 0, message: whole, finish_reason: 'tool_calls', logprobs: null }],
  };
}

function call(id: string, name = 'f'): ToolCall {
  return { id, type: 'function', function: { name, arguments: '{}' } };
}

describe('the calls of a reply', () => {
  it('keep the ids that can be told apart', () => {
    const given = reply({ tool_calls: [call('a'), call('b')] });
    const taken = new Set<string>();
    expect(replyCalls(given, taken)).toEqual({
      completion: given,
      message: given.choices[0]?.message,
      calls: [call('a'), call('b')],
    });
    expect([...taken]).toEqual(['a', 'b']);
  });

  it.each([
    ['missing', ['', '', '']],
    ['all the same', ['a', 'a', 'a']],
    ['those of an earlier reply', ['before', 'before', 'call00001']],
    ['longer than 40 characters', ['x'.repeat(41), 'y'.repeat(200), 'a']],
  ])('get ids of their own where they are %s, in the reply too', (_, ids) => {
    const taken = new Set(['before']);
    const { calls, completion } = replyCalls(
      reply({ tool_calls: ids.map((id) => call(id)) }),
      taken,
    );
    const fresh = calls.map(({ id }) => id);
    expect(new Set([...fresh, 'before']).size).toBe(4);
    expect(fresh.every((id) => /^[\w-]{1,40}$/.test(id))).toBe(true);
    expect(completion.choices[0]?.message.tool_calls).toEqual(calls);
    expect([...taken]).toEqual(['before', ...fresh]);
  });

  it('in the way that OpenAI has deprecated become calls like any other', () => {
    const { calls, message } = replyCalls(
      reply({ function_call: { name: 'f', arguments: '{"a":1}' } }),
      new Set(),
    );
    expect(calls).toEqual([
      { id: 'call00000', type: 'function', function: { name: 'f', arguments: '{"a":1}' } },
    ]);
    expect(message).not.toHaveProperty('function_call');
  });

  it('keep what a provider hung onto them', () => {
    const signed = { ...call(''), extra_content: { google: { thought_signature: 's' } } };
    const { calls } = replyCalls(reply({ tool_calls: [signed] }), new Set());
    expect(calls[0]).toMatchObject({ extra_content: { google: { thought_signature: 's' } } });
  });

  it('are none where there is no choice, or no call', () => {
    const empty = { ...reply({}), choices: [] };
    expect(replyCalls(empty, new Set())).toMatchObject({ completion: empty, calls: [] });
    expect(replyCalls(reply({ content: 'Hi' }), new Set())).toMatchObject({ calls: [] });
  });
});
