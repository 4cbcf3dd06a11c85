import { type Line, type Style, span } from './styled-line.js';

/** A line that looks like all text. */
export function plain(text: string): Line {
  return [span(text)];
}

/** A line beside what was asked for: names of columns, sources, explanations. */
export function dim(text: string): Line {
  return [span(text, { dim: true })];
}

/** A line that sums up. */
export function bold(text: string): Line {
  return [span(text, { bold: true })];
}

/** Reports below each other, with an empty line between two. */
export function paragraphs(reports: readonly (readonly Line[])[]): Line[] {
  return reports.flatMap((lines, index) => (index === 0 ? [...lines] : [plain(''), ...lines]));
}

/**
 * A line of which one part has a style.
 *
 * @param from where the part begins, or before: the first one from there on is meant.
 */
export function withPart(text: string, part: string, style: Style, from = 0): Line {
  const start = text.indexOf(part, from);
  if (start === -1) return plain(text);
  const end = start + part.length;
  return [span(text.slice(0, start)), span(part, style), span(text.slice(end))];
}
