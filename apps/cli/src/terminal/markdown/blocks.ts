import type { Token, Tokens } from 'marked';
import { type Line, lineText, span } from '../styled-line.js';
import { partedHard, wrapLine } from '../wrap-line.js';
import { inlineSpans } from './inline.js';
import { looks } from './looks.js';
import { tableLines } from './table.js';

/** What the blocks of a text need to be laid out. */
export interface BlockContext {
  readonly styled: boolean;
  /** Colours code; undefined where nothing is coloured. */
  readonly highlight: ((language: string, code: string) => readonly Line[]) | undefined;
}

/** The lines of blocks one below the other; a blank line between two where the text has one. */
export function blocksLines(
  tokens: readonly Token[],
  width: number,
  context: BlockContext,
): readonly Line[] {
  const lines: Line[] = [];
  let isApart = false;
  for (const token of tokens) {
    const block = blockLines(token, width, context);
    if (block.length > 0) {
      if (isApart && lines.length > 0) lines.push([]);
      lines.push(...block);
      isApart = false;
    }
    isApart ||= endsApart(token);
  }
  return lines;
}

/** Whether a blank line follows in the text. */
export function endsApart({ type, raw }: Token): boolean {
  return type === 'space' ? /\n[ \t]*\n|^\n/.test(raw) : /\n[ \t]*\n\s*$/.test(raw);
}

function blockLines(token: Token, width: number, context: BlockContext): readonly Line[] {
  const { styled } = context;
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const look = depth === 1 ? looks.topHeading : depth === 2 ? looks.heading : looks.lowHeading;
      const marks = styled ? [] : [span(`${'#'.repeat(depth)} `)];
      return wrapLine([...marks, ...inlineSpans(tokens, styled, look)], width);
    }
    case 'hr':
      return [[span('─'.repeat(Math.min(width, 40)), looks.frame)]];
    case 'code':
      return codeLines(token as Tokens.Code, width, context);
    case 'list':
      return listLines(token as Tokens.List, width, context);
    case 'blockquote':
      return indented(blocksLines((token as Tokens.Blockquote).tokens, inner(width, 2), context), [
        span('│ ', looks.frame),
      ]);
    case 'table':
      return tableLines(token as Tokens.Table, width, styled);
    case 'html':
      return wrapLine([span(token.raw.trimEnd())], width);
    default:
      return wrapLine(inlineSpans(tokensIn(token) ?? [token], styled), width);
  }
}

/** Code inside of a list or quote: framed as everywhere, and parted where it is too wide to be drawn. */
function codeLines(
  { text, lang, raw }: Tokens.Code,
  width: number,
  { highlight }: BlockContext,
): readonly Line[] {
  const isFenced = /^ {0,3}(?:```|~~~)/.test(raw);
  const language = (lang ?? '').trim();
  const code = text.replaceAll('\t', '    ');
  const lines = highlight?.(language, code) ?? code.split('\n').map((line) => [span(line)]);
  const parted = lines.flatMap((line) => partedHard(line, inner(width, isFenced ? 0 : 4)));
  if (!isFenced) return indented(parted, [span('    ')]);
  return [...partedHard(codeHead(language), width), ...parted, codeFoot];
}

export function codeHead(language: string): Line {
  return [span(language === '' ? '────' : `──── ${language}`, looks.frame)];
}

export const codeFoot: Line = [span('────', looks.frame)];

const bullets = ['•', '◦', '▪'] as const;

function listLines(
  list: Tokens.List,
  width: number,
  context: BlockContext,
  depth = 0,
): readonly Line[] {
  const lines: Line[] = [];
  let isApart = false;
  for (const [index, item] of list.items.entries()) {
    const marker = list.ordered
      ? `${Number(list.start || 0) + index}. `
      : `${bullets[Math.min(depth, 2)]} `;
    const room = inner(width, marker.length);
    const content = itemLines(item, room, context, depth);
    const [first = [], ...others] = content;
    if (isApart) lines.push([]);
    lines.push([span(marker, looks.marker), ...first]);
    lines.push(...indented(others, [span(' '.repeat(marker.length))]));
    // By item and not for the whole list, so that what is printed stays as it is when a later one is apart.
    isApart = /\n[ \t]*\n\s*$/.test(item.raw);
  }
  return lines;
}

function itemLines(
  item: Tokens.ListItem,
  width: number,
  context: BlockContext,
  depth: number,
): readonly Line[] {
  const lines: Line[] = [];
  let isApart = false;
  for (const token of withCheckbox(item)) {
    const block =
      token.type === 'list'
        ? listLines(token as Tokens.List, width, context, depth + 1)
        : blockLines(token, width, context);
    if (block.length > 0) {
      if (isApart && lines.length > 0) lines.push([]);
      lines.push(...block);
      isApart = false;
    }
    isApart ||= endsApart(token);
  }
  return lines;
}

/** The box of a task goes with its text: the parser has it in front of either the text or the item. */
function withCheckbox(item: Tokens.ListItem): readonly Token[] {
  const [first, second, ...others] = item.tokens;
  if (first?.type !== 'checkbox' || second === undefined) return item.tokens;
  const tokens = [first, ...(tokensIn(second) ?? [])];
  return [{ ...second, tokens } as Token, ...others];
}

/** Not every token has others in it. */
function tokensIn(token: Token): readonly Token[] | undefined {
  return 'tokens' in token ? token.tokens : undefined;
}

function indented(lines: readonly Line[], indent: Line): readonly Line[] {
  const isBlank = lineText(indent).trim() === '';
  return lines.map((line) => (isBlank && line.length === 0 ? line : [...indent, ...line]));
}

/** There is always room for a wide character. */
function inner(width: number, indent: number): number {
  return Math.max(2, width - indent);
}
