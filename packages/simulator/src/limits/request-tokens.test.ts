import { expect, it } from 'vitest';
import { requestTokens } from './request-tokens.js';

const model = 'gpt-4o-mini';

it('a started token of four characters counts whole, over all messages together', () => {
  const messages = [
    { role: 'system' as const, content: '12345' },
    { role: 'user' as const, content: [{ type: 'text' as const, text: '1234' }] },
  ];
  expect(requestTokens({ model, messages })).toBe(3);
});

it('the ceiling counts once for each choice, under either name', () => {
  const messages = [{ role: 'user' as const, content: '1234' }];
  expect(requestTokens({ model, messages, max_completion_tokens: 100, n: 3 })).toBe(301);
  expect(requestTokens({ model, messages, max_tokens: 100 })).toBe(101);
});

it('an image and a message without content count nothing', () => {
  const image = { type: 'image_url' as const, image_url: { url: 'data:,' } };
  const messages = [
    { role: 'user' as const, content: [image] },
    { role: 'assistant' as const, content: null },
  ];
  expect(requestTokens({ model, messages })).toBe(0);
});
