import type { Token, Tokens } from 'marked';
import remend from 'remend';
import { lex } from './lexer.js';

/** A line of which it cannot be told yet what it will be: a mark, a fence, or a row of a table. */
const undecided = /^\s*(?:[-*+>#=|~`_:]*|\d+[.)]?|[-*_ ]+|\|.*|(?:```|~~~).*)$/;

/** The open block with what is begun in it closed; without lines that cannot be shown yet. */
export function healed(open: string): readonly Token[] {
  const at = open.lastIndexOf('\n') + 1;
  const text = (undecided.test(open.slice(at)) ? open.slice(0, at) : open).trimEnd();
  const tokens = lex(text);
  const last = innermostLast(tokens);
  if (last?.type === 'table') return tokens;
  // The head of a table is a paragraph until the line below it has come.
  const [head = ''] = /\n?[ \t>]*\|[^\n]*$/.exec(text) ?? [];
  const isText = last?.type === 'paragraph' || last?.type === 'text';
  if (isText && head !== '') return lex(text.slice(0, -head.length));
  const whole = remend(text, {
    linkMode: 'text-only',
    katex: false,
    singleTilde: false,
    comparisonOperators: false,
    setextHeadings: false,
  });
  return whole === text ? tokens : lex(whole);
}

/** The block that the next text belongs to, in whatever lists and quotes it is. */
export function innermostLast(tokens: readonly Token[]): Token | undefined {
  const last = tokens.findLast(({ type }) => type !== 'space');
  if (last === undefined) return undefined;
  if (last.type === 'list') return innermostLast((last as Tokens.List).items.at(-1)?.tokens ?? []);
  return last.type === 'blockquote' ? innermostLast((last as Tokens.Blockquote).tokens) : last;
}
