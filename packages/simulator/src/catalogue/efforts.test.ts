import { expect, it } from 'vitest';
import { effortsOf, isReasoningModel } from './efforts.js';

it('the o series and GPT-5 and later reason; gpt-4o, GPT-4.1 and chat variants do not', () => {
  const names = ['o1', 'o3-mini', 'o4-mini-2025-04-16', 'gpt-5', 'gpt-5.4-mini', 'gpt-6', 'gpt-10'];
  expect(names.filter(isReasoningModel)).toEqual(names);
  const others = ['gpt-4o', 'gpt-4.1', 'gpt-4o-mini', 'gpt-5-chat-latest', 'omni'];
  expect(others.filter(isReasoningModel)).toEqual([]);
});

it.each([
  ['o4-mini', 'low medium high', 'medium'],
  ['gpt-5', 'minimal low medium high', 'medium'],
  ['gpt-5-nano-2025-08-07', 'minimal low medium high', 'medium'],
  ['gpt-5.1', 'none low medium high', 'none'],
  ['gpt-5.2', 'none low medium high xhigh', 'none'],
  ['gpt-5.4-mini', 'none low medium high xhigh', 'none'],
  ['gpt-5.5', 'none low medium high xhigh', 'medium'],
  ['gpt-5.6', 'none low medium high xhigh max', 'medium'],
  ['gpt-6-luna', 'none low medium high xhigh max', 'medium'],
  ['gpt-6-astra', 'low medium high xhigh max', 'medium'],
  ['gpt-6.1-sol', 'low medium high xhigh max', 'medium'],
  ['gpt-5.2-chat-latest', 'medium', 'medium'],
  ['gpt-5-pro', 'high', 'high'],
  ['gpt-5.4-pro-2026-03-05', 'medium high xhigh', 'high'],
  ['gpt-5-codex', 'low medium high', 'medium'],
  ['gpt-5.1-codex-max', 'low medium high xhigh', 'medium'],
  ['gpt-5.3-codex', 'low medium high xhigh', 'medium'],
])('%s takes %s, and %s unasked', (name, values, unasked) => {
  expect(effortsOf(name)).toEqual({ values: values.split(' '), unasked });
});

it('a model that does not reason, and the chat variant of gpt-5, take no effort', () => {
  for (const name of ['gpt-4o', 'gpt-4.1-mini', 'gpt-5-chat-latest', 'gpt-audio']) {
    expect(effortsOf(name)).toBeUndefined();
  }
});
