import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompletionUsage } from '../wire/completion.js';
import { readUsage } from './read-usage.js';

function reported(prompt: unknown, completion: unknown, rest: object = {}): CompletionUsage {
  return { prompt_tokens: prompt, completion_tokens: completion, ...rest } as CompletionUsage;
}
const prompt = (tokens: number, details: unknown) =>
  reported(tokens, 0, { prompt_tokens_details: details });
const completion = (tokens: number, details: unknown) =>
  reported(0, tokens, { completion_tokens_details: details });

test.each([
  [reported(-1, 0), 'prompt_tokens is -1, not a whole number of 0 or more'],
  [reported(1.5, 0), 'prompt_tokens is 1.5, not a whole number of 0 or more'],
  [reported(1e21, 0), 'prompt_tokens is 1e+21, not a whole number of 0 or more'],
  [reported(Number.NaN, 0), 'prompt_tokens is NaN, not a whole number of 0 or more'],
  [reported('12', 0), 'prompt_tokens is a value of type string'],
  [reported(null, 0), 'prompt_tokens is null'],
  [reported(1, undefined), 'completion_tokens is a value of type undefined'],
  [
    prompt(5, { cached_tokens: 6 }),
    'prompt_tokens_details.cached_tokens is 6, more than the 5 prompt_tokens',
  ],
  [
    prompt(5, { cached_tokens: 3, cache_write_tokens: 4 }),
    'prompt_tokens_details cached_tokens 3 + cache_write_tokens 4 is 7, more than the 5 prompt_tokens',
  ],
  [
    prompt(5, { text_tokens: 5, audio_tokens: 1 }),
    'prompt_tokens_details text_tokens 5 + audio_tokens 1 is 6, more than the 5 prompt_tokens',
  ],
  [
    completion(5, { reasoning_tokens: 6 }),
    'completion_tokens_details.reasoning_tokens is 6, more than the 5 completion_tokens',
  ],
  [
    completion(5, { reasoning_tokens: 3, rejected_prediction_tokens: 3 }),
    'completion_tokens_details reasoning_tokens 3 + rejected_prediction_tokens 3 is 6, more than the 5 completion_tokens',
  ],
  [
    prompt(5, { cached_tokens: '2' }),
    'prompt_tokens_details.cached_tokens is a value of type string',
  ],
  [
    prompt(5, { video_tokens: -2 }),
    'prompt_tokens_details.video_tokens is -2, not a whole number of 0 or more',
  ],
  [
    prompt(5, { audio_tokens: 0.5 }),
    'prompt_tokens_details.audio_tokens is 0.5, not a whole number of 0 or more',
  ],
  [prompt(5, 'none'), 'prompt_tokens_details is a string'],
  [
    reported(5, 6, {
      total_tokens: 13,
      completion_tokens_details: { reasoning_tokens: 3 },
    }),
    'total_tokens is 13, but prompt_tokens and completion_tokens add up to 11',
  ],
  [
    reported(5, 6, { total_tokens: 10 }),
    'total_tokens is 10, but prompt_tokens and completion_tokens add up to 11',
  ],
])('usage that does not add up is refused with both numbers: %j', (wrong, reason) => {
  expect(() => readUsage(wrong)).toThrow(
    expect.objectContaining({
      kind: 'protocol',
      code: 'usage',
      message: `The usage that the provider reports is wrong: ${reason}.`,
    }),
  );
});

test('whatever is reported is either refused as usage or read to counts that add up', () => {
  const value = fc.oneof(
    fc.integer({ min: -5, max: 30 }),
    fc.double(),
    fc.string(),
    fc.constant(null),
  );
  const names = ['text', 'image', 'audio', 'cached', 'cache_write', 'reasoning', 'video'];
  const details = fc.dictionary(fc.constantFrom(...names.map((name) => `${name}_tokens`)), value);
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), details, details, (input, output, inputs, outputs) => {
      const usage = {
        ...reported(input, output),
        prompt_tokens_details: inputs,
        completion_tokens_details: outputs,
      } as CompletionUsage;
      try {
        const counts = Object.values(readUsage(usage));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(input + output);
      } catch (error) {
        expect(error).toMatchObject({ kind: 'protocol', code: 'usage' });
      }
    }),
    { numRuns: 1000 },
  );
});
