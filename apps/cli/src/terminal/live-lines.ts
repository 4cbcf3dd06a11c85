import { displayWidth } from './display-width.js';
import { joined, type Line, lineText, painted, sameLine } from './styled-line.js';

export interface LiveLinesOptions {
  /** Whether the terminal can move its cursor; else nothing is printed before it is final. */
  readonly moves: boolean;
  readonly styled: boolean;
  /** The size of the screen at the moment. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

/**
 * The lines at the end of a screen that may still change: draws only what has changed since the last time.
 *
 * The cursor stands behind the last character of the last line. It never goes above what the screen shows:
 * what has scrolled away, or stood there when the width of the screen changed, stays as it is, and only what
 * comes after its letters is printed. Every answer is text to be written, so that the caller decides when.
 */
export class LiveLines {
  readonly #options: LiveLinesOptions;
  #shown: readonly Line[] = [];
  /** How many of them can no longer be changed. */
  #fixed = 0;
  /** Whether the cursor is at the beginning of a line of its own, below what is shown. */
  #isBelow = false;
  #columns: number | undefined;
  #growsAtEnd = true;

  constructor(options: LiveLinesOptions) {
    this.#options = options;
  }

  /** Whether the last line has text and no end. */
  get lineIsOpen(): boolean {
    return this.#shown.length > 0 && !this.#isBelow;
  }

  /**
   * Shows these lines in place of the ones before. The final ones are forgotten, and the open ones may change.
   *
   * They fit the width of the screen. Where the cursor cannot move, only final ones are printed.
   *
   * @param growsAtEnd whether more text in the open lines only ever comes at their end. Those of a table do not:
   * where they can no longer be changed, they are printed anew.
   */
  show(final: readonly Line[], open: readonly Line[], growsAtEnd = true): string {
    const { moves, styled } = this.#options;
    if (!moves) return final.map((line) => `${painted(line, styled)}\n`).join('');
    const text = this.#draw([...final, ...open].map(joined));
    this.#growsAtEnd = growsAtEnd;
    if (final.length === 0) return text;
    const end = open.length === 0 && this.lineIsOpen ? '\n' : '';
    this.#forget(Math.max(0, this.#shown.length - open.length));
    return text + end;
  }

  /** Ends the line, because somebody else writes below; what is shown stays as it is. */
  leave(): '\n' | '' {
    const end = this.lineIsOpen ? '\n' : '';
    if (!this.#growsAtEnd) this.#forget(this.#shown.length);
    this.#fixed = this.#shown.length;
    this.#isBelow = this.#shown.length > 0;
    return end;
  }

  #forget(count: number): void {
    this.#shown = this.#shown.slice(count);
    this.#fixed = Math.max(0, this.#fixed - count);
    if (this.#shown.length === 0) this.#isBelow = false;
  }

  #draw(wanted: readonly Line[]): string {
    const { columns, rows } = this.#options.size();
    const before = this.#columns !== columns && this.#shown.length > 0 ? this.leave() : '';
    this.#columns = columns;
    // One row is left for a line of the status.
    this.#fixed = Math.max(this.#fixed, this.#shown.length - Math.max(1, rows - 2));
    const next = this.#withoutChanging(wanted);
    const text = before + this.#change(next);
    this.#shown = next;
    if (next.length > this.#fixed) this.#isBelow = false;
    return text;
  }

  /** The lines that are fixed, and of the wanted ones what comes after them. */
  #withoutChanging(wanted: readonly Line[]): readonly Line[] {
    const fixed = this.#shown.slice(0, this.#fixed);
    if (fixed.every((line, index) => sameLine(line, wanted[index] ?? []))) {
      if (wanted.length >= fixed.length) return wanted;
    }
    return [...fixed, ...afterShown(wanted, fixed)];
  }

  #change(lines: readonly Line[]): string {
    const { styled } = this.#options;
    const shown = this.#shown;
    const paint = (some: readonly Line[]) => some.map((line) => painted(line, styled)).join('\n');
    let same = this.#fixed;
    while (same < shown.length && same < lines.length) {
      if (!sameLine(shown[same] ?? [], lines[same] ?? [])) break;
      same += 1;
    }
    if (this.#isBelow || same === shown.length) {
      const added = lines.slice(same);
      if (added.length === 0) return '';
      return `${shown.length === 0 || this.#isBelow ? '' : '\n'}${paint(added)}`;
    }
    // The first that differs, or the last that stays where others go.
    const first = Math.min(same, Math.max(0, lines.length - 1));
    const up = shown.length - 1 - first;
    const [wanted = [], ...others] = lines.slice(first);
    const old = shown[first] ?? [];
    const common = commonStart(old, wanted);
    const rest = paint([common.rest, ...others]);
    // The cursor is there already: what is new is written on.
    if (up === 0 && common.text === lineText(old)) return rest;
    const column = onlyNarrow.test(common.text) ? displayWidth(common.text) : 0;
    const from = column === 0 ? paint([wanted, ...others]) : rest;
    const move = `\r${up > 0 ? `\u001b[${up}A` : ''}${column > 0 ? `\u001b[${column}C` : ''}`;
    return `${move}\u001b[J${from}`;
  }
}

/** Characters that take one column in every terminal. */
const onlyNarrow = /^[ -~\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2500-\u257f]*$/;

/** What two lines begin with, in text and style, and what the second one has after it. */
function commonStart(one: Line, other: Line): { readonly text: string; readonly rest: Line } {
  let text = '';
  for (const [index, { text: wanted, style }] of other.entries()) {
    const old = one[index];
    const isSame =
      old !== undefined &&
      sameLine([{ text: wanted, style: old.style }], [{ text: wanted, style }]);
    let count = 0;
    while (isSame && count < wanted.length && wanted[count] === old.text[count]) count += 1;
    // Never inside of a pair of code units.
    if (/[\ud800-\udbff]/.test(wanted[count - 1] ?? '')) count -= 1;
    text += wanted.slice(0, count);
    if (count < wanted.length || old?.text !== wanted) {
      return { text, rest: [{ text: wanted.slice(count), style }, ...other.slice(index + 1)] };
    }
  }
  return { text, rest: [] };
}

const letter = /[\p{L}\p{N}]/u;
const visible = /\S/;

/** What of the lines comes after those that are shown: after their characters, or, where these differ, after as many letters. */
function afterShown(lines: readonly Line[], shown: readonly Line[]): readonly Line[] {
  const textOf = (some: readonly Line[]) => some.map(lineText).join('').replace(/\s/g, '');
  const counted = textOf(lines).startsWith(textOf(shown)) ? visible : letter;
  let left = [...textOf(shown)].filter((character) => counted.test(character)).length;
  const rest: Line[] = [];
  for (const line of lines) {
    if (left === 0) {
      rest.push(line);
      continue;
    }
    const spans = line.map(({ text, style }) => {
      let kept = '';
      for (const character of text) {
        if (left === 0) kept += character;
        else if (counted.test(character)) left -= 1;
      }
      return { text: kept, style };
    });
    if (visible.test(lineText(spans))) rest.push(spans);
  }
  return rest;
}
