import { expect, test } from 'vitest';
import { assistant, developer, formatMessages, system, tool, user } from './messages.js';

test('formatMessages gives the system prompt first and the user prompt second, and nothing else', () => {
  expect(formatMessages('a', 'b')).toStrictEqual([
    { role: 'system', content: 'a' },
    { role: 'user', content: 'b' },
  ]);
});

test('each builder gives a message of its role with only the fields of the wire', () => {
  expect([system('s'), developer('d'), user('u'), assistant('a')]).toStrictEqual([
    { role: 'system', content: 's' },
    { role: 'developer', content: 'd' },
    { role: 'user', content: 'u' },
    { role: 'assistant', content: 'a' },
  ]);
});

test('user takes parts as they are, so that pictures and text go into one message', () => {
  const parts = [
    { type: 'text' as const, text: 'What is this?' },
    { type: 'image_url' as const, image_url: { url: 'https://example.com/cat.png' } },
  ];
  expect(user(parts)).toStrictEqual({ role: 'user', content: parts });
});

test('tool ties its result to the call by id', () => {
  expect(tool('call_1', '22 °C')).toStrictEqual({
    role: 'tool',
    content: '22 °C',
    tool_call_id: 'call_1',
  });
});
