import type { Style } from '../styled-line.js';

/** What each part of Markdown looks like. */
export const looks = {
  strong: { bold: true },
  emphasis: { italic: true },
  struck: { strike: true },
  code: { color: 'cyan' },
  link: { underline: true },
  /** Rules, bars and addresses: what goes with the text. */
  frame: { dim: true },
  marker: { color: 'cyan' },
  topHeading: { bold: true, underline: true, color: 'cyan' },
  heading: { bold: true, color: 'cyan' },
  lowHeading: { bold: true },
} as const satisfies Record<string, Style>;
