import { expect, test } from 'vitest';
import { base64, mp3Frames, wav } from '../fixtures/media.js';
import { mostAudioTokens } from './audio-bound.js';

const sound = { bytesPerSecond: 16_000, samplesPerSecond: 8000, bytesPerSample: 2 };

test('a token for each 100 ms begun', () => {
  const tokensOf = (soundBytes: number) =>
    mostAudioTokens('gpt-audio', { data: wav({ ...sound, soundBytes }), format: 'wav' });
  expect([1600, 1601, 16_000].map(tokensOf)).toEqual([1, 2, 10]);
  const data = base64(mp3Frames(4));
  expect(mostAudioTokens('gpt-4o-audio-preview', { data, format: 'mp3' })).toBe(2);
});

test('what has no rule, no known format or no length has no number', () => {
  const data = wav({ ...sound, soundBytes: 1600 });
  expect(mostAudioTokens('gpt-4o', { data, format: 'wav' })).toBeUndefined();
  expect(mostAudioTokens('gpt-audio', { data, format: 'flac' })).toBeUndefined();
  expect(mostAudioTokens('gpt-audio', { data: 'no base64', format: 'wav' })).toBeUndefined();
  expect(mostAudioTokens('gpt-audio', { data: 'AAAA', format: 'wav' })).toBeUndefined();
});
