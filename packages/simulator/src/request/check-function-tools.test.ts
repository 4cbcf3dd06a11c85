import { expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const tools = [
  { type: 'function', function: { name: 'add', parameters: { type: 'object', properties: {} } } },
];
const asking = (model: string, effort?: string) =>
  ask(simulate(), { model, temperature: 1, tools, reasoning_effort: effort });

it.each([
  [
    'gpt-5.6-luna',
    undefined,
    "To use function tools, use /v1/responses or set reasoning_effort to 'none'.",
  ],
  [
    'gpt-6-sol',
    'low',
    "To use function tools, use /v1/responses or set reasoning_effort to 'none'.",
  ],
  ['gpt-5.4', 'low', 'Please use /v1/responses instead.'],
  ['gpt-6.1-sol', undefined, 'Please use /v1/responses instead.'],
])('%s with effort %s reasons, and takes no functions', async (model, effort, instead) => {
  expect(await errorOf(asking(model, effort))).toEqual({
    status: 400,
    type: 'invalid_request_error',
    message: `Function tools with reasoning_effort are not supported for ${model} in /v1/chat/completions. ${instead}`,
    param: 'reasoning_effort',
    code: null,
  });
});

it.each([
  ['gpt-5.6-luna', 'none'],
  ['gpt-6-sol', 'none'],
  ['gpt-5.4', undefined],
  ['gpt-5.2', 'high'],
  ['gpt-5', 'high'],
  ['gpt-5.5-chat-latest', undefined],
  ['gpt-4o', undefined],
])('%s with effort %s takes functions', async (model, effort) => {
  expect((await asking(model, effort)).status).toBe(200);
});
