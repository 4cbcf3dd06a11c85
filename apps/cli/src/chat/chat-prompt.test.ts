import { expect, test } from 'vitest';
import { chatPrompt } from './chat-prompt.js';

const facts = { model: 'gpt-4o-mini', cost: 1_234_000_000n, remaining: '$4.98 left today' };

test.each([
  [80, 'gpt-4o-mini · $0.001234 · $4.98 left today > '],
  [70, 'gpt-4o-mini · $0.001234 · $4.98 left today > '],
  [69, 'gpt-4o-mini · $0.001234 · $4.98 left today\n> '],
  [10, 'gpt-4o-mini · $0.001234 · $4.98 left today\n> '],
])('in %d columns all of it is in view', (columns, expected) => {
  expect(chatPrompt({ ...facts, columns })).toBe(expected);
});

test('what is not known is not shown as nothing', () => {
  const unknown = { model: 'm', cost: undefined, remaining: undefined, columns: 80 };
  expect(chatPrompt(unknown)).toBe('m · cost unknown > ');
  expect(chatPrompt({ ...unknown, cost: 0n })).toBe('m · $0.00 > ');
});

test('a model’s name cannot command the terminal', () => {
  expect(chatPrompt({ ...facts, model: 'a\u001b[2J\nb', columns: 80 })).not.toMatch(/\p{Cc}/u);
});
