import { expect, test } from 'vitest';
import { startsModel } from './model-name.js';

test.each([
  ['gpt-4o', true],
  ['gpt-4o-2024-08-06', true],
  ['gpt-4o-mini', true],
  ['openai/gpt-4o', true],
  ['ft:gpt-4o-2024-08-06:me::1', true],
  ['gpt-4omni', false],
  ['gpt-4o.1', false],
  ['my-gpt-4o', false],
  ['', false],
])('gpt-4o is the start of %j: %j', (model, expected) => {
  expect(startsModel('gpt-4o', model)).toBe(expected);
});
