import { profileOf } from '@farebox/client';
import { expect, it } from 'vitest';
import { jsonSupport } from './json-support.js';

it.each([
  ['gpt-4o-mini', 'json_schema'],
  ['gpt-4o', 'json_schema'],
  ['gpt-4o-2024-08-06', 'json_schema'],
  ['gpt-4.1-nano', 'json_schema'],
  ['gpt-5.6', 'json_schema'],
  ['o1', 'json_schema'],
  ['o3-mini', 'json_schema'],
  ['gpt-oss-120b', 'json_schema'],
  ['my-deployment', 'json_schema'],
  ['gpt-4o-2024-05-13', 'json_object'],
  ['gpt-4-turbo', 'json_object'],
  ['gpt-4-turbo-2024-04-09', 'json_object'],
  ['gpt-4-1106-preview', 'json_object'],
  ['openai/gpt-3.5-turbo', 'json_object'],
  ['gpt-35-turbo', 'json_object'],
  ['ft:gpt-3.5-turbo-1106:acme::1', 'json_object'],
  ['gpt-4', 'none'],
  ['gpt-4-0613', 'none'],
  ['openai/gpt-4', 'none'],
  ['chatgpt-4o-latest', 'none'],
  ['o1-mini', 'none'],
  ['o1-preview', 'none'],
])('%s has %s', (model, support) => {
  expect(jsonSupport({}, model)).toBe(support);
});

it.each([
  ['deepseek', 'json_object'],
  ['deepseek-beta', 'json_object'],
  ['anthropic', 'none'],
  ['tgi', 'none'],
  ['gemini', 'json_schema'],
  ['ollama', 'json_schema'],
  ['mistral', 'json_schema'],
] as const)('%s says %s for all of its models', (profile, support) => {
  expect(jsonSupport(profileOf(profile), 'some-model')).toBe(support);
});

it('a provider that has it does not make an old model have it', () => {
  expect(jsonSupport({ structuredOutput: 'json_schema' }, 'gpt-4')).toBe('none');
});
