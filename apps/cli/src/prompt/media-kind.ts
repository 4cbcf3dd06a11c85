/** What can be attached to a question: what it is, and how Chat Completions calls it. */
export type MediaKind =
  | { readonly type: 'image'; readonly format: string; readonly article: string }
  | { readonly type: 'audio'; readonly format: 'wav' | 'mp3'; readonly article: string }
  | { readonly type: 'file'; readonly format: 'application/pdf'; readonly article: string };

const png: MediaKind = { type: 'image', format: 'image/png', article: 'a PNG image' };
const jpeg: MediaKind = { type: 'image', format: 'image/jpeg', article: 'a JPEG image' };
const gif: MediaKind = { type: 'image', format: 'image/gif', article: 'a GIF image' };
const webp: MediaKind = { type: 'image', format: 'image/webp', article: 'a WebP image' };
const wav: MediaKind = { type: 'audio', format: 'wav', article: 'a WAV recording' };
const mp3: MediaKind = { type: 'audio', format: 'mp3', article: 'an MP3 recording' };
const pdf: MediaKind = { type: 'file', format: 'application/pdf', article: 'a PDF file' };

/** What a file is by its first bytes, whatever its name says; nothing for what cannot be attached. */
export function mediaKind(bytes: Uint8Array): MediaKind | undefined {
  const stands = (text: string, offset = 0) =>
    [...text].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
  if (stands('\x89PNG\r\n\x1a\n')) return png;
  if (stands('\xff\xd8\xff')) return jpeg;
  if (stands('GIF87a') || stands('GIF89a')) return gif;
  if (stands('RIFF') && stands('WEBP', 8)) return webp;
  if (stands('RIFF') && stands('WAVE', 8)) return wav;
  if (stands('%PDF-')) return pdf;
  // Of a tag with its version, so that a text which begins with "ID3" stays one.
  const isTagged = stands('ID3') && [2, 3, 4].includes(bytes[3] ?? 0);
  return isTagged || isMp3Frame(bytes) ? mp3 : undefined;
}

/** Eleven set bits, a version, and layer III. */
function isMp3Frame([first, second = 0]: Uint8Array): boolean {
  const version = (second >> 3) & 3;
  return first === 0xff && second >> 5 === 7 && version !== 1 && ((second >> 1) & 3) === 1;
}
