import { mostWidth } from './display-width.js';
import { graphemes } from './graphemes.js';
import type { Line, Span } from './styled-line.js';

/** What is never parted: a word, or one character of a script that is written without blanks. */
interface Piece {
  spans: Span[];
  width: number;
  /** The blank before it, in the style of the text that it stands in. */
  readonly blank: Span | undefined;
}

/** Characters that never begin a line in Chinese and Japanese. */
const closers =
  /^[\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\uff09\u300d\u300f\u3011\u3015\u3009\u300b\u30fc\u3005]/;

/**
 * Parts a text into lines of at most `width` columns, at its blanks; what is longer than a line is parted
 * between two characters, never inside of one. A `\n` in the text ends a line.
 *
 * Blanks where a line ends are left out, and others are as they were.
 */
export function wrapLine(line: Line, width: number): readonly Line[] {
  const lines: Line[] = [];
  for (const paragraph of partedAtLineEnds(line)) {
    let current: Span[] = [];
    let used = 0;
    for (const piece of piecesOf(paragraph)) {
      const blank = used === 0 ? undefined : piece.blank;
      const needed = piece.width + (blank === undefined ? 0 : mostWidth(blank.text));
      if (used + needed <= width) {
        if (blank !== undefined) current.push(blank);
        current.push(...piece.spans);
        used += needed;
        continue;
      }
      if (used > 0) {
        lines.push(current);
        current = [];
        used = 0;
      }
      const parts = piece.width <= width ? [piece.spans] : partedHard(piece.spans, width);
      lines.push(...parts.slice(0, -1));
      current = [...(parts.at(-1) ?? [])];
      used = current.reduce((sum, { text }) => sum + mostWidth(text), 0);
    }
    lines.push(current);
  }
  return lines;
}

/** Parts a text between characters alone, blanks kept: for code. */
export function partedHard(line: Line, width: number): readonly Line[] {
  const lines: Span[][] = [];
  let current: Span[] = [];
  let used = 0;
  for (const { text, style } of line) {
    let part = '';
    for (const segment of graphemes(text)) {
      const wide = mostWidth(segment);
      if (used > 0 && used + wide > width) {
        lines.push([...current, { text: part, style }]);
        current = [];
        part = '';
        used = 0;
      }
      part += segment;
      used += wide;
    }
    if (part !== '') current.push({ text: part, style });
  }
  return [...lines, current];
}

function partedAtLineEnds(line: Line): readonly Line[] {
  const lines: Span[][] = [[]];
  for (const { text, style } of line) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ text: part, style });
    }
  }
  return lines;
}

function piecesOf(line: Line): readonly Piece[] {
  const pieces: Piece[] = [];
  let blank: Span | undefined;
  let isOpen = false;
  for (const { text, style } of line) {
    for (const token of text.split(/([ \t]+)/)) {
      if (token === '') continue;
      if (token.trim() === '' && !token.includes('\u00a0')) {
        blank = { text: token.replaceAll('\t', ' '), style };
        isOpen = false;
        continue;
      }
      for (const unit of unitsOf(token)) {
        const last = pieces.at(-1);
        const width = mostWidth(unit.text);
        if (isOpen && last !== undefined && !unit.breaksBefore) {
          last.spans.push({ text: unit.text, style });
          last.width += width;
        } else {
          pieces.push({ spans: [{ text: unit.text, style }], width, blank });
        }
        blank = undefined;
        isOpen = true;
      }
    }
  }
  return pieces;
}

interface Unit {
  readonly text: string;
  readonly breaksBefore: boolean;
}

/** A word as it is; one of a script without blanks by its characters. */
function unitsOf(word: string): readonly Unit[] {
  if (mostWidth(word) <= word.length && !/[\u2e80-\uffff]/.test(word)) {
    return [{ text: word, breaksBefore: false }];
  }
  const units: Unit[] = [];
  let narrow = '';
  let afterWide = false;
  const flush = () => {
    if (narrow !== '') units.push({ text: narrow, breaksBefore: afterWide });
    narrow = '';
  };
  for (const segment of graphemes(word)) {
    if (closers.test(segment)) {
      flush();
      units.push({ text: segment, breaksBefore: false });
      afterWide = true;
    } else if (mostWidth(segment) === 2) {
      flush();
      units.push({ text: segment, breaksBefore: units.length > 0 });
      afterWide = true;
    } else {
      if (narrow === '') afterWide = units.length > 0;
      narrow += segment;
    }
  }
  flush();
  return units;
}
