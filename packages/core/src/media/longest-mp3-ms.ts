import { type Bytes, standsAt } from './base64-bytes.js';

const kilobits = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const hertz = [44_100, 48_000, 32_000] as const;
/** At 8 kbit/s, the lowest there is. */
const fewestBytesPerMs = 1;
/** As many bytes that are in no frame are looked at, one by one. */
const longestSearchBytes = 64 * 1024;

/**
 * How long an MP3 recording can be at most, in milliseconds: its frames, one by one, and whatever is
 * in none of them as if it were sound at 8 kbit/s.
 *
 * What a recording says of its own length is not believed.
 */
export function longestMp3Ms(bytes: Bytes): number {
  let offset = afterTag(bytes);
  let ms = 0;
  let searched = 0;
  while (offset < bytes.length && searched < longestSearchBytes) {
    const frame = frameAt(bytes, offset);
    ms += frame?.ms ?? 1 / fewestBytesPerMs;
    offset += frame?.size ?? 1;
    if (frame === undefined) searched += 1;
  }
  return ms + Math.max(0, bytes.length - offset) / fewestBytesPerMs;
}

/** An ID3v2 tag states its size in four bytes of seven bits; it is no sound. */
function afterTag(bytes: Bytes): number {
  if (!standsAt(bytes, 0, 'ID3')) return 0;
  let size = 0;
  for (let index = 6; index < 10; index++) size = size * 128 + (bytes.at(index) & 0x7f);
  return 10 + size;
}

function frameAt(
  bytes: Bytes,
  offset: number,
): { readonly size: number; readonly ms: number } | undefined {
  if (bytes.at(offset) !== 0xff) return undefined;
  const second = bytes.at(offset + 1);
  const third = bytes.at(offset + 2);
  const version = (second >> 3) & 3;
  const isLayer3 = second >> 5 === 7 && ((second >> 1) & 3) === 1;
  const firstRate = hertz[(third >> 2) & 3];
  const isMpeg1 = version === 3;
  const kilobit = (isMpeg1 ? kilobits.mpeg1 : kilobits.mpeg2)[third >> 4] ?? 0;
  if (!isLayer3 || version === 1 || firstRate === undefined || kilobit === 0) return undefined;
  // MPEG 2 halves the rates of MPEG 1, and 2.5 halves them again.
  const rate = firstRate / (isMpeg1 ? 1 : version === 2 ? 2 : 4);
  const samples = isMpeg1 ? 1152 : 576;
  const padding = (third >> 1) & 1;
  return {
    size: Math.floor((samples * kilobit * 125) / rate) + padding,
    ms: (samples * 1000) / rate,
  };
}
