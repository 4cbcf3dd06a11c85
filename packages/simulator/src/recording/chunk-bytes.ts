import type { RecordedChunk } from './recording.js';

/** A chunk as it is stored: text where the bytes are whole characters, base64 where they are not. */
export function storedChunk(atMs: number, bytes: Uint8Array): RecordedChunk {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { atMs, text: decoder.decode(bytes) };
  } catch {
    return { atMs, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  }
}

/** The bytes of a stored chunk. */
export function bytesOf(chunk: RecordedChunk): Uint8Array<ArrayBuffer> {
  if ('text' in chunk) return new TextEncoder().encode(chunk.text);
  return Uint8Array.from(atob(chunk.base64), (letter) => letter.charCodeAt(0));
}
