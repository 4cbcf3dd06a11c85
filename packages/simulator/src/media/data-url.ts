import { type Bytes, base64Bytes } from './base64-bytes.js';

/** What a URL holds, or why it holds nothing, in OpenAI's words. */
export type DataUrl =
  | { readonly mimeType: string; readonly bytes: Bytes }
  | { readonly got: string };

/**
 * The media type and bytes of a `data:` URL.
 *
 * @example
 * readDataUrl('x') // => { got: "a value without the 'data:' prefix." }
 */
export function readDataUrl(url: string): DataUrl {
  if (!/^data:/i.test(url)) return { got: "a value without the 'data:' prefix." };
  const comma = url.indexOf(',');
  const header = url.slice('data:'.length, comma < 0 ? undefined : Math.min(comma, 200));
  const [mimeType = '', ...parameters] = header.toLowerCase().split(';');
  if (comma < 0 || parameters.at(-1)?.trim() !== 'base64') {
    return { got: "a value without the ';base64' separator." };
  }
  const data = url.slice(comma + 1);
  if (data === '') return { got: 'empty base64-encoded bytes.' };
  const bytes = base64Bytes(data);
  if (bytes === undefined) return { got: 'an invalid base64-encoded value.' };
  return { mimeType: mimeType.trim(), bytes };
}
