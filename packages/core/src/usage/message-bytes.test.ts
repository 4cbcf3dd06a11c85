import { expect, test } from 'vitest';
import { assistant, user } from '../messages.js';
import type { ChatMessage } from '../wire/message.js';
import { messageBytes } from './message-bytes.js';

test('a message without content has only the bytes of its role', () => {
  const unbounded: string[] = [];
  for (const message of [{ role: 'assistant' }, { role: 'assistant', content: null }]) {
    expect(messageBytes(message as ChatMessage, 'messages[0]', unbounded)).toBe(9);
  }
  expect(unbounded).toEqual([]);
});

test('what is absent or null beside the content adds no more than its JSON', () => {
  const bare = messageBytes(assistant('x'), 'messages[0]', []);
  const withNulls = { ...assistant('x'), audio: null, refusal: null } as ChatMessage;
  expect(messageBytes(withNulls, 'messages[0]', [])).toBe(bare + 'nullnull'.length);
});

test('a text part without a text is named, because nobody knows what the server makes of it', () => {
  const unbounded: string[] = [];
  const parts = [{ type: 'text', text: { deep: 'x' } }] as never;
  messageBytes(user(parts), 'messages[3]', unbounded);
  expect(unbounded).toEqual(['messages[3].content[0] (text)']);
});
