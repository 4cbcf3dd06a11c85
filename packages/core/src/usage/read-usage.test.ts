import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompletionUsage } from '../wire/completion.js';
import { readUsage } from './read-usage.js';
import { inputTokens } from './usage-leaves.js';

function reported(prompt: unknown, completion: unknown, rest: object = {}): CompletionUsage {
  return { prompt_tokens: prompt, completion_tokens: completion, ...rest } as CompletionUsage;
}
const prompt = (tokens: number, details: object) =>
  readUsage(reported(tokens, 0, { prompt_tokens_details: details }));
const completion = (tokens: number, details: object) =>
  readUsage(reported(0, tokens, { completion_tokens_details: details }));

test('cached tokens are part of the prompt: only the remainder is fresh', () => {
  expect(prompt(100, { cached_tokens: 40 })).toEqual({
    'input.text.fresh': 60,
    'input.text.cached': 40,
  });
});

test('details that overlap are charged once: the cached and the written tokens are taken from the text', () => {
  const details = { cached_tokens: 600, cache_write_tokens: 300, text_tokens: 900 };
  expect(prompt(1000, { ...details, audio_tokens: 100 })).toEqual({
    'input.text.cached': 600,
    'input.text.cacheWrite': 300,
    'input.audio.fresh': 100,
  });
});

test('what text cannot hold was an image, and what images cannot hold was sound', () => {
  const media = { text_tokens: 10, image_tokens: 20, audio_tokens: 30 };
  expect(prompt(60, { ...media, cached_tokens: 25 })).toEqual({
    'input.text.cached': 10,
    'input.image.cached': 15,
    'input.image.fresh': 5,
    'input.audio.fresh': 30,
  });
  expect(prompt(60, { ...media, cached_tokens: 25, cache_write_tokens: 10 })).toEqual({
    'input.text.cached': 10,
    'input.image.cached': 15,
    'input.image.cacheWrite': 5,
    'input.audio.cacheWrite': 5,
    'input.audio.fresh': 25,
  });
});

test('tokens that no detail names are text, whether or not text is among the details', () => {
  expect(prompt(60, { audio_tokens: 20 })).toEqual({
    'input.text.fresh': 40,
    'input.audio.fresh': 20,
  });
  expect(prompt(60, { text_tokens: 0, audio_tokens: 20 })['input.text.fresh']).toBe(40);
});

test('reasoning, sound and rejected predictions are inside the output, accepted ones are text', () => {
  const details = {
    reasoning_tokens: 15,
    audio_tokens: 20,
    accepted_prediction_tokens: 7,
    rejected_prediction_tokens: 3,
  };
  expect(completion(50, details)).toEqual({
    'output.text': 12,
    'output.reasoning': 15,
    'output.audio': 20,
    'output.rejectedPrediction': 3,
  });
});

test('reasoning beside the completion, as xAI reports it, is read from a total that shows it', () => {
  const details = { completion_tokens_details: { reasoning_tokens: 2809 } };
  expect(readUsage(reported(10_120, 1499, { total_tokens: 14_428, ...details }))).toEqual({
    'input.text.fresh': 10_120,
    'output.text': 1499,
    'output.reasoning': 2809,
  });
  const inside = reported(10_120, 2900, { total_tokens: 13_020, ...details });
  expect(readUsage(inside)['output.text']).toBe(2900 - 2809);
});

test('a part as large as its whole is right', () => {
  expect(prompt(7, { cached_tokens: 7 })).toEqual({ 'input.text.cached': 7 });
  expect(completion(7, { reasoning_tokens: 7 })).toEqual({ 'output.reasoning': 7 });
});

test('what a server leaves out or sends as null counts as not said', () => {
  const nothing = { total_tokens: null, prompt_tokens_details: null };
  const plain = { 'input.text.fresh': 7, 'output.text': 2 };
  expect(readUsage(reported(7, 2, nothing))).toEqual(plain);
  const nulls = { cached_tokens: null, audio_tokens: undefined };
  expect(readUsage(reported(7, 2, { prompt_tokens_details: nulls }))).toEqual(plain);
  expect(readUsage(reported(0, 0))).toEqual({});
});

test('the leaves add up to the whole for every usage that adds up, and none is negative', () => {
  const tokens = fc.nat(1_000_000);
  const share = fc.tuple(tokens, tokens, tokens);
  fc.assert(
    fc.property(share, share, fc.nat(100), ([text, image, audio], output, cachedPercent) => {
      const promptTokens = text + image + audio;
      const cached = Math.floor((promptTokens * cachedPercent) / 100);
      const written = Math.floor((promptTokens - cached) / 3);
      const completionTokens = output[0] + output[1] + output[2];
      const usage = readUsage(
        reported(promptTokens, completionTokens, {
          total_tokens: promptTokens + completionTokens,
          prompt_tokens_details: {
            text_tokens: text,
            image_tokens: image,
            audio_tokens: audio,
            cached_tokens: cached,
            cache_write_tokens: written,
          },
          completion_tokens_details: {
            reasoning_tokens: output[0],
            rejected_prediction_tokens: output[1],
          },
        }),
      );
      const sumOf = (part: string) =>
        Object.entries(usage).reduce((sum, [leaf, n]) => (leaf.includes(part) ? sum + n : sum), 0);
      expect(inputTokens(usage)).toBe(promptTokens);
      expect(sumOf('output.')).toBe(completionTokens);
      expect(sumOf('.image')).toBe(image);
      expect(sumOf('.audio')).toBe(audio);
      expect(sumOf('.cached')).toBe(cached);
      expect(sumOf('.cacheWrite')).toBe(written);
      expect(Object.values(usage).every((count) => count > 0)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
