import { type Bytes, bigEndian, standsAt } from './base64-bytes.js';

const kilobits = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const hertz = [44_100, 48_000, 32_000] as const;
/** Beyond the tag, no more than this is searched for the first frame. */
const maximumSearch = 64 * 1024;

/**
 * How long an MP3 recording is, in milliseconds: the frames it says it has, or else all of it at
 * its first frame's bit rate.
 *
 * Nothing for what has no layer III frame where one must be.
 */
export function mp3DurationMs(bytes: Bytes): number | undefined {
  const start = afterTag(bytes);
  for (let offset = start; offset < Math.min(bytes.length, start + maximumSearch); offset++) {
    const frame = frameAt(bytes, offset);
    if (frame === undefined) continue;
    const { samples, rate, bitRate, sideInfo } = frame;
    const header = offset + 4 + sideInfo;
    const counts = standsAt(bytes, header, 'Xing') || standsAt(bytes, header, 'Info');
    if (counts && (bytes.at(header + 7) & 1) === 1) {
      return (bigEndian(bytes, header + 8, 4) * samples * 1000) / rate;
    }
    return ((bytes.length - offset) * 8 * 1000) / bitRate;
  }
  return undefined;
}

/** An ID3v2 tag states its size in four bytes of seven bits. */
function afterTag(bytes: Bytes): number {
  if (!standsAt(bytes, 0, 'ID3')) return 0;
  let size = 0;
  for (let index = 6; index < 10; index++) size = size * 128 + (bytes.at(index) & 0x7f);
  return 10 + size;
}

function frameAt({ at }: Bytes, offset: number) {
  if (at(offset) !== 0xff || (at(offset + 1) & 0xe0) !== 0xe0) return undefined;
  const version = (at(offset + 1) >> 3) & 3;
  const isLayer3 = ((at(offset + 1) >> 1) & 3) === 1;
  const rate = hertz[(at(offset + 2) >> 2) & 3];
  const index = at(offset + 2) >> 4;
  if (version === 1 || !isLayer3 || rate === undefined || index === 0) return undefined;
  const isFirst = version === 3;
  const kilobit = (isFirst ? kilobits.mpeg1 : kilobits.mpeg2)[index];
  if (kilobit === undefined) return undefined;
  const isMono = at(offset + 3) >> 6 === 3;
  return {
    samples: isFirst ? 1152 : 576,
    // MPEG 2 halves the rates of MPEG 1, and 2.5 halves them again.
    rate: rate / (isFirst ? 1 : version === 2 ? 2 : 4),
    bitRate: kilobit * 1000,
    sideInfo: isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17,
  };
}
