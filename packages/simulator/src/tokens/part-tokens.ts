import type { AudioPart, FilePart, ImagePart } from '@farebox/core';
import { base64Bytes } from '../media/base64-bytes.js';
import { readDataUrl } from '../media/data-url.js';
import { imageSize } from '../media/image-size.js';
import { imageTokens } from '../media/image-tokens.js';
import { mp3DurationMs } from '../media/mp3-duration.js';
import { wavDurationMs } from '../media/wav-duration.js';
import type { TokenCount } from './count.js';

/** What an image is taken for that stands at a URL: nothing is fetched. */
const remoteImage = { width: 1024, height: 1024 };
const audioTokenMs = 100;
const bytesPerFileToken = 64;
const remoteFileTokens = 1_000;

/** An image by the rule of its model; one at a URL counts as 1,024 × 1,024, an estimate. */
export function imagePartTokens(model: string, { image_url }: ImagePart): TokenCount {
  const read = readDataUrl(image_url.url);
  const size = 'bytes' in read ? imageSize(read.bytes) : undefined;
  return {
    tokens: imageTokens(model, size ?? remoteImage, image_url.detail),
    estimated: size === undefined,
  };
}

/**
 * Sound by its length: one token for each 100 ms begun.
 *
 * Source: developers.openai.com/api/docs/guides/realtime-costs, for what a user says.
 */
export function audioPartTokens(part: AudioPart): TokenCount {
  return { tokens: Math.ceil((audioDurationMs(part) ?? 0) / audioTokenMs), estimated: false };
}

/**
 * A file by its size: one token for each 64 bytes begun; by its id, 1,000. Both are estimates.
 *
 * OpenAI counts the text of a document and a picture of each page, which nobody knows unread.
 */
export function filePartTokens({ file }: FilePart): TokenCount {
  const read = readDataUrl(file.file_data ?? '');
  const tokens =
    'bytes' in read ? Math.ceil(read.bytes.length / bytesPerFileToken) : remoteFileTokens;
  return { tokens, estimated: true };
}

/** How long a recording is; nothing where it is not what its format says. */
export function audioDurationMs({ input_audio: { data, format } }: AudioPart): number | undefined {
  const bytes = base64Bytes(data);
  if (bytes === undefined) return undefined;
  return format === 'wav' ? wavDurationMs(bytes) : mp3DurationMs(bytes);
}
