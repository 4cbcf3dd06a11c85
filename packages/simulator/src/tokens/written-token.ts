import type { Tokenizer } from './tokenizer.js';

/** A token as log probabilities name it. */
export interface WrittenToken {
  readonly token: string;
  /** Its UTF-8 bytes; `null` for one that stands for no text, such as the end. */
  readonly bytes: number[] | null;
}

/**
 * Writes a token out, with its bytes.
 *
 * Half a character is no text: its bytes are written as `\xf0\x9f`, in words, as OpenAI does.
 */
export function writtenToken(tokenizer: Tokenizer, id: number): WrittenToken {
  const written = tokenizer.token(id);
  if (written === undefined) return { token: '<|end|>', bytes: null };
  if (typeof written === 'string') {
    return { token: written, bytes: Array.from(new TextEncoder().encode(written)) };
  }
  return { token: escaped(written), bytes: [...written] };
}

/** Whole characters as they are, every other byte as `\x` and two digits. */
function escaped(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; ) {
    const length = lengthOfCharacter(bytes, index);
    const character = bytes.slice(index, index + Math.max(1, length));
    text +=
      length === 0
        ? `\\x${(bytes[index] ?? 0).toString(16).padStart(2, '0')}`
        : new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(character));
    index += character.length;
  }
  return text;
}

/** How many bytes the character at `start` has; 0 where none is whole. */
function lengthOfCharacter(bytes: readonly number[], start: number): number {
  const lead = bytes[start] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const following = bytes.slice(start + 1, start + length);
  const whole = following.length === length - 1 && following.every((byte) => byte >> 6 === 2);
  return whole ? length : 0;
}
