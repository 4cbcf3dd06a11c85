import { type Bytes, littleEndian, standsAt } from './base64-bytes.js';

/** More chunks before its sound than any recorder writes. */
const mostChunks = 1_000;

/**
 * How long a WAV recording can be at most, in milliseconds: everything after the head of its data,
 * at the slower of the two rates that it states.
 *
 * Nothing for what is no WAV, or states no rate before its data.
 */
export function longestWavMs(bytes: Bytes): number | undefined {
  if (!standsAt(bytes, 0, 'RIFF') || !standsAt(bytes, 8, 'WAVE')) return undefined;
  let bytesPerSecond = Number.POSITIVE_INFINITY;
  let offset = 12;
  for (let chunk = 0; chunk < mostChunks && offset + 8 <= bytes.length; chunk++) {
    const size = littleEndian(bytes, offset + 4, 4);
    if (standsAt(bytes, offset, 'fmt ')) {
      const stated = littleEndian(bytes, offset + 16, 4);
      const ofSamples = littleEndian(bytes, offset + 12, 4) * littleEndian(bytes, offset + 20, 2);
      bytesPerSecond = Math.min(bytesPerSecond, stated, ofSamples);
    }
    if (standsAt(bytes, offset, 'data')) {
      if (bytesPerSecond === 0 || bytesPerSecond === Number.POSITIVE_INFINITY) return undefined;
      // Not the size it states: a stream was written before anyone knew it, and states 0 or too much.
      return ((bytes.length - offset - 8) * 1000) / bytesPerSecond;
    }
    // A chunk of odd length is padded.
    offset += 8 + size + (size % 2);
  }
  return undefined;
}
