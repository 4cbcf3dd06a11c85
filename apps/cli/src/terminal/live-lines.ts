import { mostWidth } from './display-width.js';
import { afterCharacters, commonLetters, textOf } from './line-text.js';
import { joined, type Line, lineText, painted, sameLine, sameStyle } from './styled-line.js';

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
 * The cursor stands behind the last character of the last line. It never goes above what the screen shows: what has
 * scrolled away, or stood there when the width of the screen changed, stays as it is, and what comes after it is
 * printed. Should it have changed all the same, all from there on is printed again: rather twice than not at all.
 * Every answer is text to be written, so that the caller decides when.
 */
export class LiveLines {
  readonly #options: LiveLinesOptions;
  /** The lines on the screen that can be changed; the cursor is behind the last one. */
  #tail: readonly Line[] = [];
  /** What of the text stands above them: how many lines, and their characters without blanks. */
  #above = { count: 0, text: '' };
  #columns: number | undefined;
  #growsAtEnd = true;

  constructor(options: LiveLinesOptions) {
    this.#options = options;
  }

  /** Whether the last line has text and no end. */
  get lineIsOpen(): boolean {
    return this.#tail.length > 0;
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
    this.#tail = this.#tail.slice(Math.max(0, this.#tail.length - open.length));
    // Of an open line, only the end may be on the line that can be changed.
    const openText = textOf(open);
    const changeable = openText.endsWith(textOf(this.#tail)) ? textOf(this.#tail).length : 0;
    this.#above = {
      count: open.length - this.#tail.length,
      text: openText.slice(0, openText.length - changeable),
    };
    return text + end;
  }

  /** Ends the line, because somebody else writes below; what is shown stays as it is. */
  leave(): '\n' | '' {
    if (this.#tail.length === 0) return '';
    this.#leaveBehind(this.#tail.length);
    if (!this.#growsAtEnd) this.#above = { count: 0, text: '' };
    return '\n';
  }

  /**
   * The width has changed, and nobody knows where the lines are now. The last one is written again where the cursor is:
   * some terminals cut off what of it has no room, others wrap it.
   */
  #leaveWidth(): string {
    if (this.#tail.length === 0) return '';
    this.#leaveBehind(this.#tail.length - 1);
    this.#tail = [];
    if (!this.#growsAtEnd) this.#above = { count: 0, text: '' };
    return '\r\u001b[J';
  }

  #leaveBehind(count: number): void {
    const { count: before, text } = this.#above;
    this.#above = { count: before + count, text: text + textOf(this.#tail.slice(0, count)) };
    this.#tail = this.#tail.slice(count);
  }

  #draw(wanted: readonly Line[]): string {
    const { columns, rows } = this.#options.size();
    const again = this.#columns === columns ? '' : this.#leaveWidth();
    this.#columns = columns;
    // One row is left for a line of the status.
    const reach = Math.max(1, rows - 2);
    if (this.#tail.length > reach) this.#leaveBehind(this.#tail.length - reach);
    const next = this.#belowWhatStays(wanted);
    const text = this.#change(next);
    this.#tail = next;
    if (next.length > reach) this.#leaveBehind(next.length - reach);
    return again + text;
  }

  /** The wanted lines without what stands above and cannot be changed. */
  #belowWhatStays(wanted: readonly Line[]): readonly Line[] {
    const { count, text } = this.#above;
    if (textOf(wanted.slice(0, count)) === text) return wanted.slice(count);
    const isStart = textOf(wanted).startsWith(text);
    const stays = isStart ? text.length : commonLetters(text, textOf(wanted));
    const rest = afterCharacters(wanted, stays).map(joined);
    this.#above = { count: wanted.length - rest.length, text: textOf(wanted).slice(0, stays) };
    return rest;
  }

  #change(lines: readonly Line[]): string {
    const { styled } = this.#options;
    const shown = this.#tail;
    const paint = (some: readonly Line[]) => some.map((line) => painted(line, styled)).join('\n');
    let same = 0;
    while (same < shown.length && same < lines.length) {
      if (!sameLine(shown[same] ?? [], lines[same] ?? [])) break;
      same += 1;
    }
    if (same === shown.length) {
      const added = lines.slice(same);
      if (added.length === 0) return '';
      return `${shown.length === 0 ? '' : '\n'}${paint(added)}`;
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
    const column = onlyNarrow.test(common.text) ? mostWidth(common.text) : 0;
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
    const isSame = old !== undefined && sameStyle(old.style, style);
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
