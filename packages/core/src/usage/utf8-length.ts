/**
 * How many bytes a text has in UTF-8, without encoding it: nothing is allocated.
 *
 * Half of a surrogate pair counts 3 bytes, as the U+FFFD does that an encoder writes for it.
 */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit < 0x800) {
      bytes += 1;
      continue;
    }
    bytes += 2;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(index + 1);
      // A whole pair is two units and four bytes: both were counted once, and two more are due.
      if (next >= 0xdc00 && next < 0xe000) index++;
    }
  }
  return bytes;
}
