import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64, mp3, wav } from '../fixtures/media.js';
import { audioDurationMs, audioPartTokens } from './part-tokens.js';

const part = (data: string, format: 'wav' | 'mp3') =>
  ({ type: 'input_audio', input_audio: { data, format } }) as const;

it.each([
  [0, 0],
  [1, 1],
  [100, 1],
  [101, 2],
  [2500, 25],
])('%d ms of WAV are %d tokens, its length stated or not', (durationMs, tokens) => {
  expect(audioPartTokens(part(wav(durationMs), 'wav')).tokens).toBe(tokens);
  expect(audioPartTokens(part(wav(durationMs, { streamed: true }), 'wav')).tokens).toBe(tokens);
});

it('an MP3 lasts as long as its bytes at 128 kbit/s, or as the frames it states', () => {
  expect(audioDurationMs(part(mp3(16_000), 'mp3'))).toBe(1000);
  expect(audioDurationMs(part(mp3(1000, 441), 'mp3'))).toBe(11_520);
});

it('what is not of the stated format has no length', () => {
  expect(audioDurationMs(part(mp3(1000), 'wav'))).toBeUndefined();
  expect(audioDurationMs(part(wav(1000), 'mp3'))).toBeUndefined();
  expect(audioDurationMs(part('no base64', 'wav'))).toBeUndefined();
  expect(audioDurationMs(part(base64('RIFF....WAVEdata', [4, 0, 0, 0]), 'wav'))).toBeUndefined();
  expect(audioDurationMs(part('', 'mp3'))).toBeUndefined();
});

it('a search for the first MP3 frame ends, whatever the bytes', () => {
  const silence = base64(Array.from({ length: 300_000 }, () => 0xff));
  expect(audioDurationMs(part(silence, 'mp3'))).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const format of ['wav', 'mp3'] as const) {
        const durationMs = audioDurationMs(part(base64([...bytes]), format)) ?? 0;
        expect(durationMs).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
