import { type Bytes, littleEndian, standsAt } from './base64-bytes.js';

/** No recording has so many chunks before its data. */
const maximumChunks = 1_000;

/**
 * How long a WAV recording is, in milliseconds: its data over the byte rate that it states.
 *
 * One written as a stream does not know its length; then all bytes that follow count. Nothing for
 * what is no WAV, or has no format before its data.
 */
export function wavDurationMs(bytes: Bytes): number | undefined {
  if (!standsAt(bytes, 0, 'RIFF') || !standsAt(bytes, 8, 'WAVE')) return undefined;
  let offset = 12;
  let bytesPerSecond = 0;
  for (let step = 0; step < maximumChunks && offset + 8 <= bytes.length; step++) {
    const size = littleEndian(bytes, offset + 4, 4);
    if (standsAt(bytes, offset, 'fmt ')) bytesPerSecond = littleEndian(bytes, offset + 16, 4);
    if (standsAt(bytes, offset, 'data')) {
      if (bytesPerSecond === 0) return undefined;
      const follows = bytes.length - offset - 8;
      return (Math.min(size === 0 ? follows : size, follows) * 1000) / bytesPerSecond;
    }
    // A chunk of odd length is padded.
    offset += 8 + size + (size % 2);
  }
  return undefined;
}
