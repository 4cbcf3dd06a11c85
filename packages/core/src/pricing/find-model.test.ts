import { expect, test } from 'vitest';
import { findModel } from './find-model.js';

const model = (id: string, aliases: string[] = [], datedNames: string[] = []) => ({
  id,
  aliases,
  datedNames,
  prices: [],
});
const list = {
  provider: 'example',
  models: [
    model('gpt-4o', ['gpt-4o-2024-08-06']),
    model('gpt-4o-2024-05-13'),
    model('claude-3-haiku', ['claude-haiku'], ['claude-3-haiku']),
    model('meta-llama/Llama-3-8B'),
    model('ft:gpt-4o', [], ['ft:gpt-4o']),
  ],
};

test.each([
  ['gpt-4o', 'gpt-4o'],
  ['gpt-4o-2024-08-06', 'gpt-4o'],
  ['gpt-4o-2024-05-13', 'gpt-4o-2024-05-13'],
  ['GPT-4o ', 'gpt-4o'],
  ['meta-llama/llama-3-8b', 'meta-llama/Llama-3-8B'],
  ['claude-haiku', 'claude-3-haiku'],
  ['claude-3-haiku-20240307', 'claude-3-haiku'],
  ['claude-3-haiku@20240307', 'claude-3-haiku'],
  ['Claude-3-Haiku-2024-03-07', 'claude-3-haiku'],
  ['ft:gpt-4o-2024-08-06:company::id', 'ft:gpt-4o'],
])('%j is %s', (name, id) => {
  expect(findModel(list, name)?.id).toBe(id);
});

test.each([
  ['a snapshot that is not listed', 'gpt-4o-2099-01-01'],
  ['a date that is none', 'claude-3-haiku-20241399'],
  ['a name that goes on', 'claude-3-haiku-large'],
  ['an alias with a date, where only another name takes dates', 'claude-haiku-20240307'],
  ['a fine-tuned model that is not listed', 'ft:gpt-4o-mini-2024-07-18:company::id'],
  ['a name of every object', 'constructor'],
  ['no name', ''],
])('%s is not on the list: %j', (_, name) => {
  expect(findModel(list, name)).toBeUndefined();
});
