import { describe, expect, it } from 'vitest';
import { nameIn, numbersIn } from './names-and-numbers.js';

describe('nameIn', () => {
  it.each([
    'gpt-4o-mini-2024-07-18',
    'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    'anthropic.claude-v2:1',
    'ft:gpt-4o-mini:org::id',
    'accounts/fireworks/models/x@1+2~3',
    'tool_calls',
    'x'.repeat(200),
  ])('takes a name: %s', (name) => {
    expect(nameIn(name)).toBe(name);
  });

  it.each(['', 'two words', 'a\nb', 'é', '{"a":1}', 'x'.repeat(201), null, undefined, 7, {}])(
    'takes nothing else: %j',
    (other) => {
      expect(nameIn(other)).toBeUndefined();
    },
  );
});

describe('numbersIn', () => {
  it('keeps numbers where they stand, unknown ones too, and no text', () => {
    const usage = {
      prompt_tokens: 5,
      completion_tokens: 2,
      total_tokens: 7,
      prompt_tokens_details: { cached_tokens: 1, note: 'a prompt' },
      queue_time: 0.5,
      cost: { upstream: { total: 1 }, deep: { deeper: { deepest: 1 } } },
      'a prompt as a name': 1,
      text: 'an answer',
      nothing: null,
    };
    expect(numbersIn(usage)).toEqual({
      prompt_tokens: 5,
      completion_tokens: 2,
      total_tokens: 7,
      prompt_tokens_details: { cached_tokens: 1 },
      queue_time: 0.5,
      cost: { upstream: { total: 1 }, deep: {} },
    });
  });
});
