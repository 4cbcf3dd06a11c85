import type { ChatMessage } from '../wire/message.js';
import { utf8Length } from './utf8-length.js';

const mediaNames: Readonly<Record<string, string>> = {
  image_url: 'image',
  input_audio: 'audio',
  file: 'file',
};

/**
 * The UTF-8 bytes of everything in a message that the model can see.
 *
 * Names in `unbounded` what has no such size: images, audio, files, and parts of a kind we do not know.
 */
export function messageBytes(message: ChatMessage, path: string, unbounded: string[]): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(message)) {
    if (name === 'content') bytes += contentBytes(value, `${path}.content`, unbounded);
    else if (typeof value === 'string') bytes += utf8Length(value);
    else if (name === 'audio' && value) unbounded.push(`${path}.audio (audio)`);
    else bytes += utf8Length(JSON.stringify(value) ?? '');
  }
  return bytes;
}

function contentBytes(content: unknown, path: string, unbounded: string[]): number {
  if (typeof content === 'string') return utf8Length(content);
  if (!Array.isArray(content)) return 0;
  let bytes = 0;
  content.forEach((part: Record<string, unknown>, index) => {
    const text = part.type === 'refusal' ? part.refusal : part.text;
    if ((part.type === 'text' || part.type === 'refusal') && typeof text === 'string') {
      bytes += utf8Length(text);
    } else {
      const type = String(part.type);
      unbounded.push(`${path}[${index}] (${mediaNames[type] ?? type})`);
    }
  });
  return bytes;
}
