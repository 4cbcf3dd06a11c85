import { graphemes } from './graphemes.js';

/** Nothing but ASCII: the length is the width. */
const plain = /^[ -~]*$/;

/** Without a width of their own: combining marks, joiners, variation selectors. */
const zeroWide = /^[\p{Mark}\p{Format}]+$/u;

const pictures = /\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|\p{Emoji}\ufe0f/u;

/** The wide and full-width blocks of Unicode's East Asian Width (UAX #11), by their first character. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2fb}\u{20000}-\u{3fffd}]/u;

/**
 * How many columns of a terminal a text takes: most characters one, East Asian ones and pictures two,
 * accents of their own none.
 *
 * Terminals differ in pictures that are joined from several; it takes each for one.
 *
 * @example
 * displayWidth('naïve'); // => 5
 * displayWidth('東京'); // => 4
 */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const segment of graphemes(text)) {
    if (zeroWide.test(segment)) continue;
    width += pictures.test(segment) || wide.test(segment) ? 2 : 1;
  }
  return width;
}

/** What is never shown, or on top of the character before it. */
const hidden = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * How many columns a text takes at most, in whatever terminal: one that knows nothing of joined pictures shows each
 * of their parts. For everything else it is {@link displayWidth}.
 *
 * @example
 * mostWidth('👩‍👩‍👧'); // => 6
 */
export function mostWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    // Asks for the picture, which is wider than the sign.
    if (character === '\ufe0f') width += 1;
    else if (character === '\u00ad') width += 1;
    else if (hidden.test(character)) continue;
    else width += wideAlone.test(character) || wide.test(character) ? 2 : 1;
  }
  return width;
}

const wideAlone = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}/u;
