import { withoutControls } from './printable.js';

/** How a text looks. The 16 colours only, because they are the ones that the user has chosen. */
export interface Style {
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly color?: Color;
}

export type Color = keyof typeof colorCodes;

/** A text of one style, without line ends and control characters. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** What stands on one line of the screen. */
export type Line = readonly Span[];

const colorCodes = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;

const styleCodes = [
  ['bold', 1],
  ['dim', 2],
  ['italic', 3],
  ['underline', 4],
  ['strike', 9],
] as const;

export function span(text: string, style: Style = {}): Span {
  return { text, style };
}

export function lineText(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** The line as a terminal is told of it: each style is switched off again where it ends. */
export function painted(line: Line, styled: boolean): string {
  // Whatever a parser has made of the text: every control character that leaves here is one of ours.
  const harmless = line.map(({ text, style }) => ({ text: withoutControls(text), style }));
  if (!styled) return lineText(harmless);
  return joined(harmless)
    .map(({ text, style }) => {
      const codes = codesOf(style);
      return codes === '' ? text : `\u001b[${codes}m${text}\u001b[0m`;
    })
    .join('');
}

/** Whether two lines look the same; each must be {@link joined}. */
export function sameLine(one: Line, other: Line): boolean {
  if (one.length !== other.length) return false;
  return one.every((part, index) => {
    const beside = other[index];
    return beside?.text === part.text && sameStyle(beside.style, part.style);
  });
}

export function sameStyle(one: Style, other: Style): boolean {
  return one === other || codesOf(one) === codesOf(other);
}

/** Neighbours of one style are one span. */
export function joined(line: Line): Line {
  const spans: Span[] = [];
  for (const { text, style } of line) {
    if (text === '') continue;
    const last = spans.at(-1);
    if (last !== undefined && sameStyle(last.style, style)) {
      spans[spans.length - 1] = { text: last.text + text, style };
    } else spans.push({ text, style });
  }
  return spans;
}

function codesOf(style: Style): string {
  const codes: number[] = [];
  for (const [name, code] of styleCodes) if (style[name]) codes.push(code);
  if (style.color !== undefined) codes.push(colorCodes[style.color]);
  return codes.join(';');
}
