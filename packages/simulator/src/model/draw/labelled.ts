import type { Scalar } from '../json/shape.js';
import type { Facts } from './facts.js';

/**
 * The text that a prompt puts beside a name: "order_id: A-17", "the title is “Notes”".
 *
 * A name of several words is looked for whole, then by its last word.
 */
export function labelled({ text }: Facts, name: string): string | undefined {
  const words = plainWords(name);
  if (words.length === 0) return undefined;
  const last = words.at(-1) ?? '';
  return (
    valueBeside(text, words.join('[ _-]?')) ??
    (last.length > 2 ? valueBeside(text, last) : undefined)
  );
}

/** What tools have answered under a name; an `id` serves for the id of anything. */
export function knownUnder({ known }: Facts, name: string): Scalar | undefined {
  if (known.size === 0) return undefined;
  const words = plainWords(name);
  return known.get(words.join('')) ?? (words.at(-1) === 'id' ? known.get('id') : undefined);
}

function valueBeside(text: string, phrase: string): string | undefined {
  const label = `(?<![\\w])${phrase}["'*]{0,3} {0,2}`;
  const link = '(?:is|are|=|:|called|named)(?![\\w:/=]) {0,2}';
  const quoted = new RegExp(`${label}(?:${link})?["“']([^"”'\\n]{1,200})["”']`, 'i').exec(
    text,
  )?.[1];
  if (quoted !== undefined) return quoted;
  const bare = new RegExp(`${label}${link}([^\\s"“'{[][^"“”\\n,;!?]{0,80})`, 'i').exec(text)?.[1];
  return bare?.split(/\.(?=\s|$)| and | with | but /)[0]?.trim() || undefined;
}

function plainWords(name: string): string[] {
  const parted = name
    .slice(0, 80)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return parted.match(/[a-z\d]+/g) ?? [];
}
