import { expect, test } from 'vitest';
import { mediaKind } from './media-kind.js';

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n\0\0'],
  ['image/jpeg', '\xff\xd8\xff\xe0'],
  ['image/gif', 'GIF89a'],
  ['image/gif', 'GIF87a'],
  ['image/webp', 'RIFF\x01\x02\x03\x04WEBPVP8 '],
  ['wav', 'RIFF\x01\x02\x03\x04WAVEfmt '],
  ['mp3', 'ID3\x04\0\0'],
  ['mp3', '\xff\xfb\x90\0'],
  ['mp3', '\xff\xf3\x80\0'],
  ['application/pdf', '%PDF-1.7'],
])('%s is known by its first bytes', (format, start) => {
  expect(mediaKind(Buffer.from(start, 'latin1'))?.format).toBe(format);
});

test.each([
  ['nothing', ''],
  ['half a signature', '\x89PNG'],
  ['a RIFF of another kind', 'RIFF\x01\x02\x03\x04AVI '],
  ['a text about tags', 'ID3 is a format'],
  ['the mark of UTF-16', '\xff\xfea\0'],
  ['AAC, which has other layers', '\xff\xf1\x50\x80'],
])('%s is none of them', (_name, start) => {
  expect(mediaKind(Buffer.from(start, 'latin1'))).toBeUndefined();
});
