/** A piece of what is shown of a line: text, bytes that are no text by themselves, or where a read of the network ended. */
export type LinePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bytes'; readonly hex: string }
  | { readonly type: 'end'; readonly text: '\\n' | '\\r\\n' | '\\r' }
  | { readonly type: 'cut' };

/** The most of one line that is shown: a line may have a megabyte. */
export const mostLineBytes = 4_000;

/**
 * A stretch of a reply for the eye: characters as they are, parts of characters and control characters as
 * bytes, and a mark at each place in `cuts`, be it inside a character.
 */
export function lineParts(
  bytes: Uint8Array,
  from: number,
  to: number,
  cuts: readonly number[],
): readonly LinePart[] {
  const inside = cuts.filter((cut) => cut > from && cut < to);
  const parts: LinePart[] = [];
  let at = from;
  for (const end of [...inside, to]) {
    if (at > from) parts.push({ type: 'cut' });
    addText(parts, bytes.subarray(at, end));
    at = end;
  }
  return parts;
}

function addText(parts: LinePart[], bytes: Uint8Array): void {
  let text = '';
  let at = 0;
  const flush = () => {
    if (text !== '') parts.push({ type: 'text', text });
    text = '';
  };
  while (at < bytes.length) {
    const code = bytes[at] ?? 0;
    const length = characterLength(bytes, at);
    if (code === LF || code === CR) {
      flush();
      const isPair = code === CR && bytes[at + 1] === LF;
      parts.push({ type: 'end', text: isPair ? '\\r\\n' : code === LF ? '\\n' : '\\r' });
      at += isPair ? 2 : 1;
    } else if (length === 0) {
      flush();
      parts.push({ type: 'bytes', hex: code.toString(16).toUpperCase().padStart(2, '0') });
      at += 1;
    } else {
      text += decoder.decode(bytes.subarray(at, at + length));
      at += length;
    }
  }
  flush();
}

const LF = 10;
const CR = 13;
const TAB = 9;
// A byte order mark is to be seen, not swallowed.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes the character at `at` has; 0 where there is none to be shown. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return (first < 0x20 && first !== TAB) || first === 0x7f ? 0 : 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  try {
    const text = decoder.decode(bytes.subarray(at, at + length));
    return text === '\uFEFF' ? 0 : length;
  } catch {
    return 0;
  }
}
