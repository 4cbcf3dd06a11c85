import { expect, test } from 'vitest';
import { base64, little, wav } from '../fixtures/media.js';
import { base64Bytes } from './base64-bytes.js';
import { longestWavMs } from './longest-wav-ms.js';

const longest = (text: string) => {
  const bytes = base64Bytes(text);
  return bytes && longestWavMs(bytes);
};
const plain = { bytesPerSecond: 8000, samplesPerSecond: 8000, bytesPerSample: 1, soundBytes: 4000 };

test('it is the bytes after the head of the data, also when that states no size', () => {
  expect(longest(wav(plain))).toBe(500);
});

test('a rate that is stated too high shortens nothing: the samples count', () => {
  expect(longest(wav({ ...plain, bytesPerSecond: 1_000_000 }))).toBe(500);
  expect(longest(wav({ ...plain, bytesPerSecond: 4000 }))).toBe(1000);
});

test.each([
  ['a rate of nothing', wav({ ...plain, bytesPerSecond: 0 })],
  ['sound before its format', base64(`RIFF${little(0, 4)}WAVEdata${little(0, 4)}abc`)],
  ['no sound', base64(`RIFF${little(0, 4)}WAVEnote${little(2, 4)}ab`)],
  ['nothing but chunks', base64(`RIFF${little(0, 4)}WAVE${`note${little(0, 4)}`.repeat(2_000)}`)],
  ['another container', base64('OggS this is no such thing')],
])('a recording with %s has no length', (_name, text) => {
  expect(longest(text)).toBeUndefined();
});
