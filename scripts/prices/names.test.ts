import { expect, test } from 'vitest';
import { namesOf } from './names.ts';
import type { MatchLogic, ModelInfo, Provider } from './source.ts';

const model = (id: string, match: MatchLogic): ModelInfo => ({ id, match, prices: {} });
function names(...models: ModelInfo[]) {
  const provider: Provider = { id: 'example', name: 'Example', api_pattern: '', models };
  return models.map((one) => namesOf(provider, one));
}

test('names that are listed are aliases, the id is not one of them', () => {
  const match = { or: [{ equals: 'gpt-4o' }, { equals: 'gpt-4o-2024-08-06' }] };
  expect(names(model('gpt-4o', match))).toEqual([
    { aliases: ['gpt-4o-2024-08-06'], datedNames: [] },
  ]);
});

test('of "starts with" only the name and its snapshots are taken, not what else begins like it', () => {
  expect(names(model('haiku', { starts_with: 'claude-3-haiku' }))).toEqual([
    { aliases: ['claude-3-haiku'], datedNames: ['claude-3-haiku'] },
  ]);
  expect(names(model('ft:gpt-4o', { starts_with: 'ft:gpt-4o-2024-' }))).toEqual([
    { aliases: [], datedNames: ['ft:gpt-4o'] },
  ]);
});

test('the id takes dates where the pattern of a shorter name covers them', () => {
  expect(names(model('gpt-4o-mini-audio-preview', { starts_with: 'gpt-4o-mini-audio' }))).toEqual([
    {
      aliases: ['gpt-4o-mini-audio'],
      datedNames: ['gpt-4o-mini-audio', 'gpt-4o-mini-audio-preview'],
    },
  ]);
});

test('a pattern of a name and a date is a dated name, another pattern is none', () => {
  const iso = { regex: '^gpt-5\\.6-sol-\\d{4}-\\d{2}-\\d{2}$' };
  const plain = { regex: '^grok-4\\.6-\\d{8}$' };
  const other = { regex: '^gemini-3\\.5-flash-\\d' };
  expect(names(model('a', { or: [iso, plain] }), model('b', other))).toEqual([
    { aliases: [], datedNames: ['gpt-5.6-sol', 'grok-4.6'] },
    { aliases: [], datedNames: [] },
  ]);
});

test('a name that the source gives to an earlier model is not taken', () => {
  const [, second] = names(
    model('mini', { contains: 'mini' }),
    model('gpt', { or: [{ equals: 'gpt-mini' }, { equals: 'gpt-large' }] }),
  );
  expect(second).toEqual({ aliases: ['gpt-large'], datedNames: [] });
});
