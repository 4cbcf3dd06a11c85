import { describe, expect, it, test } from 'vitest';
import { lineText, painted } from '../styled-line.js';
import { blocksLines } from './blocks.js';
import { highlight } from './highlight.js';
import { lex } from './lexer.js';

const linesOf = (markdown: string, width = 40, styled = true) =>
  blocksLines(lex(markdown), width, { styled, highlight: undefined });
const shown = (markdown: string, width = 40, styled = true) =>
  linesOf(markdown, width, styled).map((line) => lineText(line).trimEnd());

test.each<[string, string, readonly string[]]>([
  [
    'paragraphs, with a blank line only where the text has one',
    'a\n# b\nc\n\n\n\nd',
    ['a', 'b', 'c', '', 'd'],
  ],
  ['a line end of the model', 'one\ntwo', ['one', 'two']],
  ['nested lists', '- a\n  - b\n    - c\n', ['• a', '  ◦ b', '    ▪ c']],
  ['numbers from where they begin', '9. a\n10. b\n', ['9. a', '10. b']],
  ['tasks', '- [ ] a\n- [x] b **c**\n', ['• [ ] a', '• [x] b c']],
  ['a tight list after a loose item', '- a\n\n- b\n- c\n', ['• a', '', '• b', '• c']],
  ['quotes in quotes', '> a\n>\n> > b\n', ['│ a', '│', '│ │ b']],
  ['rules', 'a\n\n---\n\nb', ['a', '', '─'.repeat(40), '', 'b']],
  ['HTML as text, and a line break as one', '<b>a</b><br>c', ['<b>a</b>', 'c']],
  ['a block of HTML', '<div>\n&lt;\n</div>', ['<div>', '&lt;', '</div>']],
  ['entities', 'a &lt; b &amp;&amp; c &nope; &#9731;', ['a < b && c &nope; ☃']],
  ['escapes', '\\*a\\* \\# b', ['*a* # b']],
  [
    'no address that is defined elsewhere',
    '[a][b]\n\n[b]: http://c.d',
    ['[a][b]', '', '[b]: http://c.d'],
  ],
  ['tildes that are not pairs', '20~25, 30~35', ['20~25, 30~35']],
  ['asterisks that are not pairs', '2 * 3 * 4', ['2 * 3 * 4']],
  [
    'code in a list',
    '1. a\n\n   ```sh\n   b\n   ```\n',
    ['1. a', '', '   ──── sh', '   b', '   ────'],
  ],
])('%s', (_name, markdown, expected) => {
  expect(shown(markdown)).toEqual(expected);
});

describe('a link', () => {
  test.each([
    ['[text](https://a.b/c)', 'text (https://a.b/c)'],
    ['[text](https://a.b "a title")', 'text (https://a.b "a title")'],
    ['https://a.b/c', 'https://a.b/c'],
    ['<https://a.b>', 'https://a.b'],
    ['me@a.example', 'me@a.example'],
    ['[https://a.b](https://evil.example)', 'https://a.b (https://evil.example)'],
    ['![a picture](https://a.b/c.png)', 'a picture (https://a.b/c.png)'],
    ['[a](javascript:alert)', 'a (javascript:alert)'],
  ])('%s shows where it leads', (markdown, expected) => {
    expect(shown(markdown, 80)).toEqual([expected]);
  });
});

describe('without styles', () => {
  it('emphasis, code and headings keep their marks', () => {
    expect(shown('## A **b** *c* `d` ~~e~~', 40, false)).toEqual(['## A **b** *c* `d` ~~e~~']);
  });

  it('no escape sequence is printed', () => {
    const lines = linesOf('# a\n- **b** [c](d)\n\n> `e`\n\n|a|b|\n|-|-|\n|1|2|', 40, false);
    expect(lines.map((line) => painted(line, false)).join('')).not.toContain('\u001b');
  });
});

describe('a table', () => {
  const table = '| name | value | much |\n|:--|--:|:-:|\n| a | 1 | x |\n| 東京 | 22 | yyy |\n';

  it('is aligned by the width of what is shown', () => {
    expect(shown(table)).toEqual([
      'name │ value │ much',
      '─────┼───────┼─────',
      'a    │     1 │  x',
      '東京 │    22 │ yyy',
    ]);
  });

  it('that is too wide has the widest cells wrapped', () => {
    const wide = '| a | b |\n|---|---|\n| one | two three four five six |\n';
    expect(shown(wide, 20)).toEqual(
      ['a   │ b', '────┼───────────────', 'one │ two three four', '    │ five six'].map((line) =>
        line.slice(0, 20),
      ),
    );
  });

  it('with more columns than the screen has room for is a list of its rows', () => {
    const many =
      '| a | b | c | d |\n|---|---|---|---|\n| one | two | three | four |\n| 5 | 6 | 7 | 8 |\n';
    expect(shown(many, 12)).toEqual([
      'a: one',
      'b: two',
      'c: three',
      'd: four',
      '',
      'a: 5',
      'b: 6',
      'c: 7',
      'd: 8',
    ]);
  });

  it('has every cell of a short row and none of a long one beside it', () => {
    expect(shown('| a | b |\n|---|---|\n| 1 |\n| 2 | 3 |\n')).toEqual([
      'a │ b',
      '──┼──',
      '1 │',
      '2 │ 3',
    ]);
  });
});

describe('code', () => {
  it('has the colours of its language, and the text it had', () => {
    const code = 'const a = "b"; // c\n\n/* d\ne */ f(1)';
    const lines = highlight('js', code);
    expect(lines.map(lineText).join('\n')).toBe(code);
    expect(painted(lines[0] ?? [], true)).toBe(
      '\u001b[35mconst\u001b[0m a = \u001b[32m"b"\u001b[0m; \u001b[2m// c\u001b[0m',
    );
    // What spans lines is styled on each of them.
    expect(painted(lines[3] ?? [], true)).toContain('\u001b[2me */\u001b[0m');
  });

  test.each(['', 'nothing', 'constructor', '__proto__', 'js x'])(
    '%j is no reason to fail',
    (language) => {
      expect(highlight(language, 'a\nb').map(lineText)).toEqual(['a', 'b']);
    },
  );

  test.each([
    'py',
    'ts',
    'tsx',
    'sh',
    'html',
    'yml',
    'c++',
    'rs',
    'JSON',
    'sql',
    'toml',
    'diff',
    'go',
  ])('%s is known under that name', (language) => {
    const code = 'class a "b" 1 # c\n+ <p>d</p>\n[e]\nif: true\nselect 1 from x';
    const styled = highlight(language, code)
      .flat()
      .filter(({ style }) => Object.keys(style).length > 0);
    expect(styled.length).toBeGreaterThan(0);
  });
});
