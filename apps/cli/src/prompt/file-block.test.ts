import fc from 'fast-check';
import { Marked } from 'marked';
import { expect, it, test } from 'vitest';
import { fileBlock } from './file-block.js';

test.each([
  ['a name and a language', 'a.py', 'x\n', 'File: a.py\n```py\nx\n```'],
  ['a line end where there is none', 'LICENSE', 'x', 'File: LICENSE\n```\nx\n```'],
  ['nothing for an empty file', 'a.py', '', 'File: a.py\n```py\n```'],
  ['a longer fence', 'a.md', '```js\n```\n', 'File: a.md\n````md\n```js\n```\n````'],
  [
    'the language of an address',
    'https://a.example/b.json',
    '1',
    'File: https://a.example/b.json\n```json\n1\n```',
  ],
  ['no language of a host', 'https://a.example', '1', 'File: https://a.example\n```\n1\n```'],
  ['a name on one line', 'a\nb\u001b[31m.txt', '1', 'File: a b.txt\n```txt\n1\n```'],
])('%s', (_name, name, text, expected) => {
  expect(fileBlock(name, text)).toBe(expected);
});

it('nothing in a text ends its fence', () => {
  const line = fc.constantFrom('```', '````', '~~~', '`', '- x', '    ```', 'text', '\n');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = `${lines.join('\n')}\n`;
      const [, block, ...rest] = new Marked().lexer(fileBlock('a.md', text));
      expect({ type: block?.type, rest }).toEqual({ type: 'code', rest: [] });
    }),
  );
});
