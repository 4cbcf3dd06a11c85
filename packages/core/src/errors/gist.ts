/**
 * Ways in which a quotation may write a character: those of JSON (also of JSON in JSON), of URLs and of
 * HTML. Sticky, and made anew for each text, because it keeps a place.
 */
const escapes =
  /\\+(?:u([0-9a-f]{4})|[nrtbf])?|(%(?:[0-7][0-9a-f]|[cd][0-9a-f]%[89ab][0-9a-f]|e[0-9a-f](?:%[89ab][0-9a-f]){2}|f[0-7](?:%[89ab][0-9a-f]){3}))|&(?:#x([0-9a-f]{1,5})|#(\d{1,6})|([a-z]{2,6}));/iy
    .source;
/** What a quotation may leave out or add: blanks, what nobody sees, quotation marks, the + of forms. */
const passing = /[\s\p{Cc}\p{Cf}"'`“”‘’+\\]/u;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

/**
 * Calls `keep` with each UTF-16 unit that any quotation of the text would have too, A to Z in lower
 * case, and with where it is written there. Takes time linear in the text.
 */
export function eachKept(
  text: string,
  keep: (unit: number, start: number, end: number) => void,
): void {
  const expression = new RegExp(escapes, 'iy');
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const written = mayEscape(unit) ? escapeAt(expression, text, at) : undefined;
    if (written === undefined) {
      // Tags, which nobody sees, are pairs of units.
      const width = unit === 0xdb40 ? 2 : 1;
      if (width === 1 && !isPassing(unit)) keep(lowered(unit), at, at + 1);
      at += width;
    } else {
      for (let index = 0; index < written.meant.length; index++) {
        const meant = written.meant.charCodeAt(index);
        if (!isPassing(meant)) keep(lowered(meant), at, written.end);
      }
      at = written.end;
    }
  }
}

/** Backslash, percent sign, ampersand. */
function mayEscape(unit: number): boolean {
  return unit === 0x5c || unit === 0x25 || unit === 0x26;
}

/** Hosts and headers come back in lower case. */
function lowered(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

function isPassing(unit: number): boolean {
  const isLetter = (unit >= 0x61 && unit <= 0x7a) || (unit > 0x3000 && unit < 0xfe00);
  return !isLetter && passing.test(String.fromCharCode(unit));
}

/** What the escape at this place means, and where it ends. */
function escapeAt(
  expression: RegExp,
  text: string,
  at: number,
): { readonly meant: string; readonly end: number } | undefined {
  expression.lastIndex = at;
  const match = expression.exec(text);
  if (match === null) return undefined;
  const [whole, json, url, hexadecimal, decimal, name = ''] = match;
  const digits = json ?? hexadecimal;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  const end = at + whole.length;
  if (url !== undefined) return { meant: decoded(url), end };
  if (code <= 0x10ffff) return { meant: String.fromCodePoint(code), end };
  return { meant: named[name.toLowerCase()] ?? '', end };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return '';
  }
}
