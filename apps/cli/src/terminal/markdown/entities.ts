import { withoutControls } from '../printable.js';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
  rarr: '→',
  larr: '←',
  le: '≤',
  ge: '≥',
  ne: '≠',
  euro: '€',
};

/**
 * A text of Markdown with its entities as the characters that they stand for. Those that could command a
 * terminal are left out, and unknown ones stay as they were written.
 *
 * @example
 * withoutEntities('1 &lt; 2 &#27;[31m'); // => '1 < 2 [31m'
 */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return withoutControls(text);
  const decoded = text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      // A tab or line end would be taken for one of the layout.
      return isCharacter ? String.fromCodePoint(code).replace(/\s/, ' ') : '\ufffd';
    },
  );
  // Also of what the parser has decoded by itself.
  return withoutControls(decoded);
}
