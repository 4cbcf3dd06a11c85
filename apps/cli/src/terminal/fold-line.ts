import { displayWidth } from './display-width.js';
import { type Line, lineText, type Span, span } from './styled-line.js';

/**
 * A line as several of at most so many columns, parted at blanks; the later ones are indented by two more than it.
 *
 * A word that is wider stays whole: what somebody wants to copy, a path or an address, has no line end in it.
 */
export function foldLine(line: Line, columns: number): readonly Line[] {
  const text = lineText(line);
  if (displayWidth(text) <= columns) return [line];
  const indent = `  ${/^ */.exec(text)?.[0] ?? ''}`;
  const parts: { start: number; end: number }[] = [];
  let part = { start: 0, end: 0 };
  for (const { index, 0: word } of text.matchAll(/[^ ]+/g)) {
    const end = index + word.length;
    const before = parts.length === 0 ? 0 : indent.length;
    const isFirst = text.slice(part.start, index).trim() === '';
    if (isFirst || before + displayWidth(text.slice(part.start, end)) <= columns) part.end = end;
    else {
      parts.push(part);
      part = { start: index, end };
    }
  }
  return [...parts, part].map(({ start, end }, index) => {
    const spans = sliced(line, start, end);
    return index === 0 ? spans : [span(indent), ...spans];
  });
}

/** The part of a line between two places of its text. */
function sliced(line: Line, start: number, end: number): Line {
  const spans: Span[] = [];
  let at = 0;
  for (const { text, style } of line) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (part !== '') spans.push({ text: part, style });
    at += text.length;
  }
  return spans;
}
