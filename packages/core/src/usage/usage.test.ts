import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompletionUsage } from '../wire/completion.js';
import { leaves } from './usage.js';

function usage(prompt: unknown, completion: unknown, rest: object = {}): CompletionUsage {
  return { prompt_tokens: prompt, completion_tokens: completion, ...rest } as CompletionUsage;
}

test('cached tokens are part of the prompt: only the remainder is fresh', () => {
  const cached = usage(100, 20, {
    total_tokens: 120,
    prompt_tokens_details: { cached_tokens: 40 },
  });
  expect(leaves(cached)).toEqual({ freshInput: 60, cachedInput: 40, output: 20 });
});

test('details that overlap are not subtracted twice', () => {
  const details = {
    cached_tokens: 600,
    cache_write_tokens: 300,
    text_tokens: 900,
    audio_tokens: 100,
  };
  expect(leaves(usage(1000, 0, { prompt_tokens_details: details }))).toEqual({
    freshInput: 400,
    cachedInput: 600,
    output: 0,
  });
});

test('reasoning and rejected predictions are inside the output, not beside it', () => {
  const details = { reasoning_tokens: 15, rejected_prediction_tokens: 3 };
  expect(leaves(usage(0, 20, { completion_tokens_details: details })).output).toBe(20);
});

test('a part as large as its whole is right', () => {
  const details = { prompt_tokens_details: { cached_tokens: 7 } };
  expect(leaves(usage(7, 0, details))).toEqual({ freshInput: 0, cachedInput: 7, output: 0 });
});

test('what a server leaves out or sends as null counts as not said', () => {
  expect(leaves(usage(7, 2, { total_tokens: null, prompt_tokens_details: null }))).toEqual({
    freshInput: 7,
    cachedInput: 0,
    output: 2,
  });
  const nulls = { cached_tokens: null, audio_tokens: undefined };
  expect(leaves(usage(7, 2, { prompt_tokens_details: nulls })).cachedInput).toBe(0);
});

test.each([
  [usage(-1, 0), 'prompt_tokens is -1, not a whole number of 0 or more'],
  [usage(1.5, 0), 'prompt_tokens is 1.5, not a whole number of 0 or more'],
  [usage(1e21, 0), 'prompt_tokens is 1e+21, not a whole number of 0 or more'],
  [usage(Number.NaN, 0), 'prompt_tokens is NaN, not a whole number of 0 or more'],
  [usage('12', 0), 'prompt_tokens is a value of type string'],
  [usage(null, 0), 'prompt_tokens is null'],
  [usage(1, undefined), 'completion_tokens is a value of type undefined'],
  [
    usage(5, 0, { prompt_tokens_details: { cached_tokens: 6 } }),
    'prompt_tokens_details.cached_tokens is 6, more than the 5 prompt_tokens',
  ],
  [
    usage(0, 5, { completion_tokens_details: { reasoning_tokens: 6 } }),
    'completion_tokens_details.reasoning_tokens is 6, more than the 5 completion_tokens',
  ],
  [
    usage(5, 0, { prompt_tokens_details: { cached_tokens: '2' } }),
    'prompt_tokens_details.cached_tokens is a value of type string',
  ],
  [
    usage(5, 0, { prompt_tokens_details: { audio_tokens: -2 } }),
    'prompt_tokens_details.audio_tokens is -2, not a whole number of 0 or more',
  ],
  [usage(5, 0, { prompt_tokens_details: 'none' }), 'prompt_tokens_details is a string'],
  [
    usage(5, 6, { total_tokens: 10 }),
    'total_tokens is 10, but prompt_tokens and completion_tokens add up to 11',
  ],
])('usage that does not add up is refused: %j', (wrong, reason) => {
  expect(() => leaves(wrong)).toThrow(
    expect.objectContaining({
      kind: 'protocol',
      code: 'usage',
      message: `The usage that the provider reports is wrong: ${reason}.`,
    }),
  );
});

test('the leaves add up to the total for every usage that adds up', () => {
  const tokens = fc.nat(10_000_000);
  fc.assert(
    fc.property(tokens, tokens, tokens, (cached, fresh, output) => {
      const prompt = cached + fresh;
      const whole = usage(prompt, output, {
        total_tokens: prompt + output,
        prompt_tokens_details: { cached_tokens: cached, text_tokens: prompt },
      });
      expect(leaves(whole)).toEqual({ freshInput: fresh, cachedInput: cached, output });
    }),
    { numRuns: 1000 },
  );
});
