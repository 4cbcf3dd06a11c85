import { type ChatMessage, user } from '@farebox/core';
import { expect, it } from 'vitest';
import { keepMessage } from './kept-message.js';
import { sentMessages } from './sent-messages.js';

const call = (id: string) => ({
  id,
  type: 'function' as const,
  function: { name: 'add', arguments: '{}' },
});
const sent = (...replies: object[]) =>
  sentMessages(
    { question: user('Q?'), replies: replies.map((one) => keepMessage(one as ChatMessage)) },
    0,
  );

it('a call goes with its result, and a turn that ends with a call goes without it', () => {
  const first = { role: 'assistant', content: null, tool_calls: [call('a')] };
  const result = { role: 'tool', tool_call_id: 'a', content: '4' };
  const second = { role: 'assistant', content: 'Wait.', tool_calls: [call('b')] };
  expect(sent(first, result, second)).toEqual([
    user('Q?'),
    first,
    result,
    { role: 'assistant', content: 'Wait.' },
  ]);
});

it('a result without its call is left out', () => {
  const result = { role: 'tool', tool_call_id: 'zzz', content: '4' };
  expect(sent(result, { role: 'assistant', content: 'Four.' })).toEqual([
    user('Q?'),
    { role: 'assistant', content: 'Four.' },
  ]);
});

it('in a turn that called tools every reply takes its reasoning along, in another none', () => {
  const first = { role: 'assistant', tool_calls: [call('a')], reasoning_content: 'Hm.' };
  const result = { role: 'tool', tool_call_id: 'a', content: '4' };
  const last = { role: 'assistant', content: 'Four.', reasoning_content: 'Yes.' };
  const reasoning = (messages: ChatMessage[]) =>
    messages.map((message) => (message as { reasoning_content?: string }).reasoning_content);
  expect(reasoning(sent(first, result, last))).toEqual([undefined, 'Hm.', undefined, 'Yes.']);
  expect(reasoning(sent(last))).toEqual([undefined, undefined]);
});
