import { type Bytes, bigEndian, littleEndian, standsAt } from './base64-bytes.js';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How large a PNG, JPEG, GIF or WebP image is, from its header; nothing for anything else.
 *
 * What comes after the header is not looked at, so a cut image passes.
 */
export function imageSize(bytes: Bytes): ImageSize | undefined {
  const size = pngSize(bytes) ?? gifSize(bytes) ?? webpSize(bytes) ?? jpegSize(bytes);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

function pngSize(bytes: Bytes): ImageSize | undefined {
  if (!standsAt(bytes, 0, '\x89PNG\r\n\x1a\n') || !standsAt(bytes, 12, 'IHDR')) return undefined;
  return { width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) };
}

function gifSize(bytes: Bytes): ImageSize | undefined {
  if (!standsAt(bytes, 0, 'GIF87a') && !standsAt(bytes, 0, 'GIF89a')) return undefined;
  return { width: littleEndian(bytes, 6, 2), height: littleEndian(bytes, 8, 2) };
}

/** WebP has three kinds of first chunk: lossy, lossless, and a canvas with features. */
function webpSize(bytes: Bytes): ImageSize | undefined {
  if (!standsAt(bytes, 0, 'RIFF') || !standsAt(bytes, 8, 'WEBP')) return undefined;
  if (standsAt(bytes, 12, 'VP8X')) {
    return { width: littleEndian(bytes, 24, 3) + 1, height: littleEndian(bytes, 27, 3) + 1 };
  }
  if (standsAt(bytes, 12, 'VP8 ') && standsAt(bytes, 23, '\x9d\x01\x2a')) {
    return {
      width: littleEndian(bytes, 26, 2) & 0x3fff,
      height: littleEndian(bytes, 28, 2) & 0x3fff,
    };
  }
  if (standsAt(bytes, 12, 'VP8L') && bytes.at(20) === 0x2f) {
    const packed = littleEndian(bytes, 21, 4);
    return { width: (packed % 0x4000) + 1, height: (Math.floor(packed / 0x4000) % 0x4000) + 1 };
  }
  return undefined;
}

/** No picture has so many segments before its frame. */
const maximumSteps = 10_000;

/** A JPEG says its size in its frame segment; the segments before it are stepped over. */
function jpegSize(bytes: Bytes): ImageSize | undefined {
  if (!standsAt(bytes, 0, '\xff\xd8\xff')) return undefined;
  let offset = 2;
  for (let step = 0; step < maximumSteps && offset < bytes.length; step++) {
    if (bytes.at(offset) !== 0xff) return undefined;
    const marker = bytes.at(offset + 1);
    if (marker === 0xff) {
      offset += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: bigEndian(bytes, offset + 7, 2), height: bigEndian(bytes, offset + 5, 2) };
    } else {
      const length = bigEndian(bytes, offset + 2, 2);
      if (length < 2) return undefined;
      offset += 2 + length;
    }
  }
  return undefined;
}
