import { ChatError } from '@farebox/core';
import { mediaKind } from './media-kind.js';

/**
 * Bytes as text: UTF-8, or UTF-16 that says so with its first two bytes. A byte order mark is no part of the text.
 *
 * What is neither is refused, because a model would be paid to read replacement characters.
 *
 * @param name what the bytes are, for the message: it begins a sentence.
 * @param encoding what a server says of them; one that is unknown counts as UTF-8.
 * @throws {ChatError} `configuration` for binary data and other encodings, with the command that helps.
 */
export function decodeText(bytes: Uint8Array, name: string, encoding = 'utf-8'): string {
  const kind = mediaKind(bytes);
  if (kind !== undefined) {
    throw wrong(`${name} is ${kind.article}, and no text.`, 'Give it with -a instead.');
  }
  const text = decoded(bytes, markedEncoding(bytes) ?? encoding);
  if (text === undefined) {
    throw wrong(
      `${name} is not in ${encoding.toUpperCase()}.`,
      'Convert it first, as in iconv -f WINDOWS-1252 -t UTF-8; iconv -c -t UTF-8 drops the bytes that are broken.',
    );
  }
  // No text has a NUL; nearly every other format does.
  if (text.includes('\0')) {
    throw wrong(
      `${name} is binary, and no text.`,
      'Give its text: images, recordings and PDF files go with -a, all else has to be converted first.',
    );
  }
  return text;
}

/** What Windows writes into a file from a pipe. */
function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return decoderFor(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}

function wrong(message: string, fix: string): ChatError {
  return new ChatError({ kind: 'configuration', message, fix });
}
