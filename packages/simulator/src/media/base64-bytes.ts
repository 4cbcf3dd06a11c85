/** Bytes that are looked at in few places. Outside of them everything is 0. */
export interface Bytes {
  readonly length: number;
  readonly at: (index: number) => number;
}

/**
 * The bytes that a base64 text stands for, without decoding it; nothing when it is malformed.
 *
 * An image of 20 MB says its size in its first bytes: those are all that is decoded.
 *
 * @example
 * base64Bytes('aGk=')?.at(0) // => 104
 */
export function base64Bytes(text: string): Bytes | undefined {
  const bare = text.endsWith('==')
    ? text.slice(0, -2)
    : text.endsWith('=')
      ? text.slice(0, -1)
      : text;
  if (/[^A-Za-z0-9+/]/.test(bare) || bare.length % 4 === 1) return undefined;
  // Padding is either right or absent.
  if (bare.length !== text.length && text.length % 4 !== 0) return undefined;
  const length = Math.floor((bare.length * 3) / 4);
  // Beyond the end there is nothing, which counts as 0.
  const sextet = (index: number) => sextets[bare.charCodeAt(index)] ?? 0;
  return {
    length,
    at(index) {
      if (index < 0 || index >= length) return 0;
      const group = Math.floor(index / 3) * 4;
      const position = index % 3;
      const high = sextet(group + position) << (2 + 2 * position);
      const low = sextet(group + position + 1) >> (4 - 2 * position);
      return (high | low) & 0xff;
    },
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sextets = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, alphabet.indexOf(String.fromCharCode(code))),
);

/** Whether these ASCII letters stand at an offset. */
export function standsAt({ at }: Bytes, offset: number, letters: string): boolean {
  for (let index = 0; index < letters.length; index++) {
    if (at(offset + index) !== letters.charCodeAt(index)) return false;
  }
  return true;
}

/** An unsigned number of so many bytes, the highest first. */
export function bigEndian({ at }: Bytes, offset: number, size: number): number {
  let value = 0;
  for (let index = 0; index < size; index++) value = value * 256 + at(offset + index);
  return value;
}

/** An unsigned number of so many bytes, the lowest first. */
export function littleEndian({ at }: Bytes, offset: number, size: number): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index--) value = value * 256 + at(offset + index);
  return value;
}
