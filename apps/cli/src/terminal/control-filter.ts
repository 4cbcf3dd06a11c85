type State = 'text' | 'escape' | 'intermediate' | 'control' | 'string';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/**
 * Takes out of a text whatever could command a terminal, across any split into pieces.
 *
 * Gone are the control characters (C0 but for line feed and tab, DEL, C1) and whole escape sequences:
 * CSI, OSC, DCS, SOS, PM, APC and the short ones, in their 7-bit and 8-bit forms. A string sequence
 * that is never closed ends at the line's end, so it cannot swallow the rest of an answer: what is
 * printed after it is harmless, because no terminal has seen its beginning.
 *
 * Source: ECMA-48, and the parser of DEC terminals (vt100.net/emu/dec_ansi_parser).
 *
 * @example
 * new ControlFilter().push('a\u001b[31mb\u001b]52;c;cm0=\u0007c'); // => 'abc'
 */
export class ControlFilter {
  #state: State = 'text';

  /** The harmless part of the next piece. Nothing is held back, so there is nothing to flush. */
  push(piece: string): string {
    if (this.#state === 'text' && !controls.test(piece)) return piece;
    let kept = '';
    for (let index = 0; index < piece.length; index++) {
      if (this.#keeps(piece.charCodeAt(index))) kept += piece.charAt(index);
    }
    return kept;
  }

  /** Whether the code unit is text; moves on to the state after it. */
  #keeps(code: number): boolean {
    if (code === 0x1b) return this.#enter('escape');
    if (code >= 0x80 && code <= 0x9f) return this.#enter(afterC1(code));
    // Cancel and substitute break any sequence off.
    if (code === 0x18 || code === 0x1a) return this.#enter('text');
    if (this.#state === 'string') return this.#inString(code);
    // A line end or tab inside of any other sequence is a real one, and ends it.
    if (code === 0x0a || code === 0x09) return this.#isText();
    if (code < 0x20 || code === 0x7f) return false;
    switch (this.#state) {
      case 'escape':
        if (code === 0x5b) return this.#enter('control');
        if (stringOpeners.has(code)) return this.#enter('string');
        return this.#inIntermediate(code);
      case 'intermediate':
        return this.#inIntermediate(code);
      case 'control':
        if (code >= 0x40 && code <= 0x7e) return this.#enter('text');
        return code > 0x7e && this.#isText();
      default:
        return true;
    }
  }

  #inIntermediate(code: number): boolean {
    if (code <= 0x2f) return this.#enter('intermediate');
    return code <= 0x7e ? this.#enter('text') : this.#isText();
  }

  #inString(code: number): boolean {
    if (code === 0x0a) return this.#isText();
    // Bell closes a string; everything else is a part of it.
    return code === 0x07 ? this.#enter('text') : false;
  }

  #enter(state: State): false {
    this.#state = state;
    return false;
  }

  #isText(): true {
    this.#state = 'text';
    return true;
  }
}

/** `ESC P`, `X`, `]`, `^`, `_`: DCS, SOS, OSC, PM, APC. */
const stringOpeners: ReadonlySet<number> = new Set([0x50, 0x58, 0x5d, 0x5e, 0x5f]);

/** The 8-bit forms are the second byte of the 7-bit ones, moved up by 0x40. */
function afterC1(code: number): State {
  if (code === 0x9b) return 'control';
  return stringOpeners.has(code - 0x40) ? 'string' : 'text';
}
