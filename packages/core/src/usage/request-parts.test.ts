import { expect, test } from 'vitest';
import { assistant, user } from '../messages.js';
import type { ChatMessage } from '../wire/message.js';
import type { ChatRequest } from '../wire/request.js';
import { requestParts } from './request-parts.js';

const partsOf = (messages: ChatMessage[], rest: object = {}) =>
  requestParts({ model: 'gpt-4o', messages, ...rest } as ChatRequest);

test('a message without content has only its role', () => {
  for (const message of [{ role: 'assistant' }, { role: 'assistant', content: null }]) {
    expect(partsOf([message as ChatMessage])).toMatchObject({
      texts: ['assistant'],
      unbounded: [],
    });
  }
});

test('what is null beside the content counts as no more than its JSON', () => {
  const withNulls = { ...assistant('x'), audio: null, refusal: null } as ChatMessage;
  expect(partsOf([withNulls]).texts).toEqual(['assistant', 'x', 'null', 'null']);
});

test('parts that are no parts are named, because nobody knows what the server makes of them', () => {
  const strange = [null, 'text', 7, {}, { type: 9 }, { type: 'image_url', image_url: null }, []];
  expect(partsOf([user(strange as never)]).unbounded).toEqual([
    'messages[0].content[0] (part without a type)',
    'messages[0].content[1] (part without a type)',
    'messages[0].content[2] (part without a type)',
    'messages[0].content[3] (part without a type)',
    'messages[0].content[4] (part without a type)',
    'messages[0].content[5] (image)',
    'messages[0].content[6] (part without a type)',
  ]);
});

test('tools and the functions of old are counted, and their JSON is text', () => {
  const functions = [{ name: 'f' }, { name: 'g' }];
  const tools = [{ type: 'function', function: { name: 'f' } }];
  expect(partsOf([], { functions, tools })).toMatchObject({
    tools: 3,
    texts: [JSON.stringify(functions), JSON.stringify(tools)],
  });
});
