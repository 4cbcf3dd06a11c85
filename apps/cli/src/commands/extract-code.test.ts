import { expect, it, test } from 'vitest';
import { extractCode } from './extract-code.js';

const two = 'Run:\n```sh\nls -l\n\n  pwd\n```\nthen\n~~~python\nprint("```")\n~~~\n';

it('gives the first or the last block, byte for byte', () => {
  expect(extractCode(two, 'first', true)).toBe('ls -l\n\n  pwd\n');
  expect(extractCode(two, 'last', true)).toBe('print("```")\n');
});

test.each([
  ['no block', 'words `code` and ```inline``` more', undefined],
  ['an empty block', '```\n```\n', ''],
  ['a longer fence around a shorter one', '````md\n```\na\n```\n````\n', '```\na\n```\n'],
  ['a block in a list', '1. Do:\n   ```sh\n   a\n     b\n   ```\n', 'a\n  b\n'],
  ['a block behind a bullet', '- ```sh\n  a\n  ```\n', 'a\n'],
  ['a block in a quote', '> ```\n> a\n> ```\n', 'a\n'],
  ['line ends of Windows', '```\r\na\r\n```\r\n', 'a\r\n'],
  ['control codes, which are for a pipe to have', '```\n\u001b[1ma\n```', '\u001b[1ma\n'],
])('%s', (_name, text, expected) => {
  expect(extractCode(text, 'first', true)).toBe(expected);
});

it('takes a block that is never closed only when the text has come to its end', () => {
  expect(extractCode('```\na\nb', 'first', true)).toBe('a\nb');
  expect(extractCode('```\na\nb', 'first', false)).toBeUndefined();
  expect(extractCode(`${two}\`\`\`\nc`, 'last', false)).toBe('print("```")\n');
});
