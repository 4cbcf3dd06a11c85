import { expect, it, test } from 'vitest';
import { lineText } from '../styled-line.js';
import { blocksLines } from './blocks.js';
import { healed, innermostLast } from './heal.js';
import { lex } from './lexer.js';

const shown = (open: string) =>
  blocksLines(healed(open), 60, { styled: true, highlight: undefined }).map(lineText);

test.each<[string, readonly string[]]>([
  ['a **bo', ['a bo']],
  ['a *b', ['a b']],
  ['a `c', ['a c']],
  ['see [the man', ['see the man']],
  ['see [the manual](https://a.exa', ['see the manual']],
  ['see [the manual](https://a.example)', ['see the manual (https://a.example)']],
  ['![a pict', ['a pict']],
  ['one\n-', ['one']],
  ['one\n- t', ['one', '• t']],
  ['- one\n  1.', ['• one']],
  ['text\n``', ['text']],
  ['text\n```js', ['text']],
  ['#', []],
  ['## He', ['He']],
  ['| a | b', []],
  ['| a | b |\n', []],
  ['| a | b |\n|--', []],
  ['| a | b |\n|---|---|\n', ['a │ b', '──┼──']],
  ['| a | b |\n|---|---|\n| 1 | 2', ['a │ b', '──┼──']],
  ['| a | b |\n|---|---|\n| 1 | 2 |\n', ['a │ b', '──┼──', '1 │ 2']],
  ['- item\n\n  | a | b |', ['• item']],
  ['costs $5 and 2*3', ['costs $5 and 2*3']],
])('of %j is shown: %j', (open, expected) => {
  expect(shown(open).map((line) => line.trimEnd())).toEqual(expected);
});

it('finds the block that the next text belongs to', () => {
  const last = (text: string) => innermostLast(lex(text))?.type;
  expect(last('a\n\n- b\n  > c\n  >\n  > |d|\n  > |-|\n')).toBe('table');
  expect(last('- a\n\nb')).toBe('paragraph');
  expect(last('')).toBeUndefined();
});
