import { type ChatRequest, user } from '@farebox/core';
import { expect, it } from 'vitest';
import { PromptSize } from './prompt-size.js';

const asking = (...texts: string[]): ChatRequest => ({ model: 'm', messages: texts.map(user) });
const hundred = 'x'.repeat(400);

it('is an estimate of 4 bytes a token until the provider has counted', () => {
  const size = new PromptSize(undefined);
  // 100, 1 for the role, 3 for the message and 3 for the request.
  expect(size.of(asking(hundred))).toBe(107);
});

it('is exact for what the provider has counted, and goes on from there', () => {
  const size = new PromptSize(undefined);
  size.counted(asking(hundred), 214);
  expect(size.of(asking(hundred))).toBe(214);
  // Twice as many as estimated, so the next ones are taken at twice the estimate as well.
  expect(size.of(asking(hundred, hundred))).toBe(214 + 2 * 104);
  size.counted(asking(hundred), undefined);
  expect(size.of(asking(hundred))).toBe(214);
});

it.each([
  [107_000, 107_000 + 4 * 104],
  [1, 1 + 26],
])('a count of %d is of media, and moves the estimate of text by 4 at most', (tokens, expected) => {
  const size = new PromptSize(undefined);
  size.counted(asking(hundred), tokens);
  expect(size.of(asking(hundred, hundred))).toBe(expected);
});

it('takes the tokenizer that it is given, and a file at 1,000 until it was counted', () => {
  const size = new PromptSize(() => 1);
  expect(size.of(asking('Hello?'))).toBe(1 + 1 + 3 + 3);
  const file = user([{ type: 'file', file: { file_id: 'file-1' } }]);
  expect(size.of({ model: 'm', messages: [file] })).toBe(1 + 3 + 3 + 1_000);
});
