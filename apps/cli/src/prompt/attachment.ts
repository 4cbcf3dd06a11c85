import { ChatError, type UserPart } from '@farebox/core';
import { mediaKind } from './media-kind.js';
import type { InputBytes } from './read-input.js';

/** How closely an image is looked at; what costs least is `low`. */
export type ImageDetail = 'auto' | 'low' | 'high' | 'original';

/**
 * An image, a recording or a PDF file as a part of a message; which of them its bytes say, not its name.
 *
 * @throws {ChatError} `configuration` for what is none of them.
 */
export function attachment(
  { bytes, name, subject }: InputBytes,
  detail: ImageDetail | undefined,
): UserPart {
  const kind = mediaKind(bytes);
  if (kind === undefined) throw notAttachable(subject);
  const data = Buffer.from(bytes).toString('base64');
  switch (kind.type) {
    case 'image': {
      const url = `data:${kind.format};base64,${data}`;
      return { type: 'image_url', image_url: detail === undefined ? { url } : { url, detail } };
    }
    case 'audio':
      return { type: 'input_audio', input_audio: { data, format: kind.format } };
    case 'file': {
      const filename = name.split(/[/\\]/).at(-1) || 'file.pdf';
      return { type: 'file', file: { filename, file_data: `data:${kind.format};base64,${data}` } };
    }
  }
}

function notAttachable(subject: string): ChatError {
  return new ChatError({
    kind: 'configuration',
    message: `${subject} is no PNG, JPEG, GIF or WebP image, no WAV or MP3 recording and no PDF file.`,
    fix: 'Give a text with -f, and convert everything else first.',
  });
}
