import { type Bytes, bigEndian, littleEndian, standsAt } from './base64-bytes.js';

/** In pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size that the header of a PNG, JPEG or WebP image states; nothing for anything else.
 *
 * A GIF has none: its frames may be larger than its header says.
 */
export function imageSize(bytes: Bytes): ImageSize | undefined {
  const size = pngSize(bytes) ?? jpegSize(bytes) ?? webpSize(bytes);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

function pngSize(bytes: Bytes): ImageSize | undefined {
  if (!standsAt(bytes, 0, '\x89PNG\r\n\x1a\n') || !standsAt(bytes, 12, 'IHDR')) return undefined;
  return { width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) };
}

/** More segments before its frame than any camera writes. */
const mostSegments = 1_000;
/** Start of frame, but for the tables that have numbers among them. */
const tables: readonly number[] = [0xc4, 0xc8, 0xcc];

function jpegSize(bytes: Bytes): ImageSize | undefined {
  if (!standsAt(bytes, 0, '\xff\xd8\xff')) return undefined;
  let offset = 2;
  for (let segment = 0; segment < mostSegments; segment++) {
    if (bytes.at(offset) !== 0xff) return undefined;
    const marker = bytes.at(offset + 1);
    if (marker >= 0xc0 && marker <= 0xcf && !tables.includes(marker)) {
      return { width: bigEndian(bytes, offset + 7, 2), height: bigEndian(bytes, offset + 5, 2) };
    }
    // A marker may be preceded by any number of fill bytes.
    const isFill = marker === 0xff;
    const length = isFill ? 0 : bigEndian(bytes, offset + 2, 2);
    if (!isFill && length < 2) return undefined;
    offset += isFill ? 1 : 2 + length;
  }
  return undefined;
}

/** The first chunk tells which of three kinds it is: lossy, lossless, or a canvas with features. */
function webpSize(bytes: Bytes): ImageSize | undefined {
  if (!standsAt(bytes, 0, 'RIFF') || !standsAt(bytes, 8, 'WEBPVP8')) return undefined;
  switch (bytes.at(15)) {
    case 0x20:
      return {
        width: littleEndian(bytes, 26, 2) % 0x4000,
        height: littleEndian(bytes, 28, 2) % 0x4000,
      };
    case 0x4c: {
      const packed = littleEndian(bytes, 21, 4);
      return { width: (packed % 0x4000) + 1, height: (Math.floor(packed / 0x4000) % 0x4000) + 1 };
    }
    case 0x58:
      return { width: littleEndian(bytes, 24, 3) + 1, height: littleEndian(bytes, 27, 3) + 1 };
    default:
      return undefined;
  }
}
