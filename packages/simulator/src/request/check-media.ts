import type { AudioPart, ChatRequest, FilePart, ImagePart } from '@farebox/core';
import { readDataUrl } from '../media/data-url.js';
import { mostPatches } from '../media/image-rules.js';
import { imageSize } from '../media/image-size.js';
import { isTooLarge } from '../media/image-tokens.js';
import { invalidRequest } from '../refusal/refusal.js';
import { audioDurationMs } from '../tokens/part-tokens.js';

const imageTypes = ['image/png', 'image/jpeg', 'image/jpg', 'image/gif', 'image/webp'];
const maximumImageBytes = 20 * 1024 * 1024;

/**
 * Refuses images, sound and files that are not what they say they are.
 *
 * Images and sound are known by their headers; of a document only the media type is looked at. The
 * words for an image of too many patches are ours.
 * @throws {Refusal} 400.
 */
export function checkMedia({ model, messages }: ChatRequest): void {
  for (const [at, { content }] of messages.entries()) {
    if (!Array.isArray(content)) continue;
    for (const [position, part] of content.entries()) {
      if (part.type === 'image_url')
        checkImage(model, part, `messages[${at}].content[${position}]`);
      if (part.type === 'input_audio') checkAudio(part, `messages.[${at}].content.[${position}]`);
      if (part.type === 'file') checkFile(part, `messages[${at}].content[${position}]`);
    }
  }
}

function checkImage(model: string, { image_url: image }: ImagePart, place: string): void {
  const { url, detail } = image;
  if (/^https?:\/\//i.test(url)) return;
  const read = readDataUrl(url);
  const got =
    'got' in read
      ? read.got
      : imageTypes.includes(read.mimeType)
        ? undefined
        : `unsupported MIME type '${read.mimeType}'.`;
  if (got !== undefined) {
    const param = `${place}.image_url.url`;
    throw invalidRequest(
      `Invalid image URL: '${param}'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got ${got}`,
      param,
      'invalid_value',
    );
  }
  if ('got' in read) return;
  const size = imageSize(read.bytes);
  if (read.bytes.length <= maximumImageBytes && size !== undefined) {
    if (!isTooLarge(model, size, detail)) return;
    throw invalidRequest(
      `The image at '${place}.image_url' takes more than ${mostPatches} patches of 32 by 32 pixels.`,
      `${place}.image_url`,
      'invalid_value',
    );
  }
  throw invalidRequest(
    "You uploaded an unsupported image. Please make sure your image is below 20 MB in size and is of one the following formats: ['png', 'jpeg', 'gif', 'webp'].",
    null,
    'invalid_image_format',
  );
}

function checkAudio(part: AudioPart, place: string): void {
  if (audioDurationMs(part) !== undefined) return;
  throw invalidRequest(
    `The data provided for 'input_audio' is not of valid ${part.input_audio.format} format.`,
    `${place}.input_audio.data`,
    'invalid_value',
  );
}

function checkFile({ file }: FilePart, place: string): void {
  if (file.file_data === undefined) {
    if (file.file_id !== undefined) return;
    const param = `${place}.file.file_id`;
    throw invalidRequest(
      `Missing required parameter: '${param}'.`,
      param,
      'missing_required_parameter',
    );
  }
  const read = readDataUrl(file.file_data);
  if ('bytes' in read && read.mimeType === 'application/pdf') return;
  const got = 'got' in read ? read.got : `unsupported MIME type '${read.mimeType}'.`;
  const param = `${place}.file.file_data`;
  throw invalidRequest(
    `Invalid file data: '${param}'. Expected a base64-encoded data URL with an application/pdf MIME type (e.g. 'data:application/pdf;base64,SGVsbG8sIFdvcmxkIQ=='), but got ${got}`,
    param,
    'invalid_value',
  );
}
