import { expect, it, test } from 'vitest';
import { notEmpty } from './not-empty.js';

const model = notEmpty('--model', 'gpt-4o-mini');

it('keeps the text as it is', () => {
  expect(model(' llama3.2 ')).toBe(' llama3.2 ');
});

test.each(['', ' ', '\n'])('refuses %j', (text) => {
  expect(() => model(text)).toThrow('--model is empty.');
});
