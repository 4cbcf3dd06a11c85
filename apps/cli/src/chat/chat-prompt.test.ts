import { parseUsd } from '@farebox/core';
import { expect, test } from 'vitest';
import type { BudgetState } from '../state/remaining.js';
import { lineText, painted } from '../terminal/styled-line.js';
import { type ChatPromptFacts, chatPrompt } from './chat-prompt.js';

const left = (usd: string): BudgetState => ({
  budget: { owner: { kind: 'user' }, per: 'day', soft: false, limitUsd: '5.00' },
  limit: parseUsd('5.00'),
  settled: parseUsd('5.00') - parseUsd(usd),
  reserved: 0n,
  remaining: parseUsd(usd),
  closed: false,
});
const facts = { model: 'gpt-4o-mini', cost: 1_234_000_000n, tightest: left('4.98') };
const textOf = (prompt: ChatPromptFacts) => chatPrompt(prompt).map(lineText).join('\n');

test.each([
  [80, 'gpt-4o-mini · $0.001234 · $4.98 left today > '],
  [70, 'gpt-4o-mini · $0.001234 · $4.98 left today > '],
  [69, 'gpt-4o-mini · $0.001234 · $4.98 left today\n> '],
  [10, 'gpt-4o-mini · $0.001234 · $4.98 left today\n> '],
])('in %d columns all of it is in view', (columns, expected) => {
  expect(textOf({ ...facts, columns })).toBe(expected);
});

test('what is not known is not shown as nothing', () => {
  const unknown = { model: 'm', cost: undefined, tightest: undefined, columns: 80 };
  expect(textOf(unknown)).toBe('m · cost unknown > ');
  expect(textOf({ ...unknown, cost: 0n })).toBe('m · $0.00 > ');
});

test('a model’s name cannot command the terminal', () => {
  expect(textOf({ ...facts, model: 'a\u001b[2J\nb', columns: 80 })).not.toMatch(/\p{Cc}/u);
});

test.each([
  ['1.01', '\u001b[2mm · $0.00 · $1.01 left today\u001b[0m > '],
  ['1.00', '\u001b[2mm · $0.00 · \u001b[0m\u001b[33m$1.00 left today\u001b[0m > '],
  ['0.00', '\u001b[2mm · $0.00 · \u001b[0m\u001b[31m$0.00 left today\u001b[0m > '],
])('%s of 5.00 left is in the colour of that; the rest is in the background', (usd, expected) => {
  const [line = []] = chatPrompt({ model: 'm', cost: 0n, tightest: left(usd), columns: 80 });
  expect(painted(line, true)).toBe(expected);
});
