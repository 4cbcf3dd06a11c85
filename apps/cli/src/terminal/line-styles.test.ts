import { expect, it } from 'vitest';
import { dim, plain, withPart } from './line-styles.js';
import { lineText, painted } from './styled-line.js';

it('a style changes nothing of the text', () => {
  const lines = [plain('a b'), dim('a b'), withPart('a b', 'b', { color: 'red' })];
  expect(lines.map(lineText)).toEqual(['a b', 'a b', 'a b']);
  expect(lines.map((line) => painted(line, true))).toEqual([
    'a b',
    '\u001b[2ma b\u001b[0m',
    'a \u001b[31mb\u001b[0m',
  ]);
});

it('the part is the first from where it may begin; without one the line is plain', () => {
  const style = { color: 'green' } as const;
  expect(withPart('$1 $1', '$1', style, 1).map(({ text }) => text)).toEqual(['$1 ', '$1', '']);
  expect(withPart('a', 'b', style)).toEqual(plain('a'));
});
