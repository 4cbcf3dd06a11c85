import { expect, test } from 'vitest';
import { assistant, system, user } from '../messages.js';
import type { ChatRequest } from '../wire/request.js';
import { boundTokens } from './bound.js';
import { expectedInput } from './expected-input.js';

const words = { countTokens: (text: string) => text.split(' ').length };
const request = (content: string, rest: object = {}): ChatRequest => ({
  model: 'gpt-4o',
  messages: [user(content)],
  ...rest,
});

test('it is the counted text, its role, 3 for the message and 3 for the answer to begin', () => {
  expect(expectedInput(request('one two three'), words)).toEqual({
    textTokens: 3 + 1 + 3 + 3,
    imageTokens: 0,
    audioTokens: 0,
    counted: true,
    unknown: [],
  });
});

test('without a tokenizer it is 4 bytes per token, and says that nothing was counted', () => {
  const { textTokens, counted } = expectedInput(request('x'.repeat(396)));
  expect({ textTokens, counted }).toEqual({ textTokens: 100 + 3 + 3, counted: false });
});

test('what is beyond the cap is taken at the bytes per token of what was counted', () => {
  const text = 'word '.repeat(200_000);
  const { textTokens, counted } = expectedInput(request(text), words);
  expect(counted).toBe(false);
  expect(textTokens).toBeGreaterThan(195_000);
  expect(textTokens).toBeLessThan(205_000);
});

test('images count by their rule, and what has none is named', () => {
  const content = [
    { type: 'image_url' as const, image_url: { url: 'https://example.com/cat.png' } },
    { type: 'file' as const, file: { file_id: 'file-1' } },
  ];
  const expected = expectedInput({ model: 'gpt-4o', messages: [user(content)] }, words);
  expect(expected).toMatchObject({ imageTokens: 1445, unknown: ['messages[0].content[1] (file)'] });
});

test('it is never above the bound', () => {
  const tools = [{ type: 'function' as const, function: { name: 'f', description: 'a b c' } }];
  const whole = {
    ...request('Hi there'),
    messages: [system('s'), user('a b'), assistant('c')],
    tools,
  };
  const { textTokens } = expectedInput(whole, words);
  expect(textTokens).toBeLessThan(boundTokens(whole, { tokenizer: words }).inputTokens);
});
