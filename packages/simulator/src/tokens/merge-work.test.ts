import { expect, it } from 'vitest';
import { workOf } from './merge-work.js';

const unlimited = Number.POSITIVE_INFINITY;

it.each([
  ['letters', 'aB\u00e9\u6f22'],
  ['letters under accents', 'e\u0301'],
  ['accents on marks', '!\u0301'],
  ['marks, Latin or not', '…/'],
  ['spaces of any width', ' \u3000'],
  ['slashes with line ends', '/\n'],
  ['emoji', '😀'],
  ['halves of characters', '\ud83d'],
])('%s are one run, whose work is its length squared', (_, part) => {
  const text = part.repeat(50);
  expect(workOf(text, unlimited)).toBe(text.length ** 2);
});

it('words, numbers and code are many short runs', () => {
  for (const text of ['слово за слово, ', 'the quick brown fox ', 'f(x[0], y1) {\n', '漢字。\n']) {
    const times = 1_000;
    const once = workOf(text, unlimited) ?? 0;
    expect(workOf(text.repeat(times), unlimited)).toBeLessThan(times * once * 1.5);
  }
});

it('above the limit there is no number, and no more is looked at', () => {
  expect(workOf('aaa', 9)).toBe(9);
  expect(workOf('aaa', 8)).toBeUndefined();
  expect(workOf('', 0)).toBe(0);
});

it('two characters of ASCII are one run where a class of the pattern has both', () => {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  const classes = [
    /^\s\s$/u,
    /^\p{N}\p{N}$/u,
    /^[\p{L}\p{M}]{2}$/u,
    /^[^\s\p{L}\p{N}][^\s\p{L}\p{N}\r\n]$/u,
  ];
  const asMark = /^[^\s\p{L}\p{N}][\r\n]$/u;
  for (const first of ascii) {
    for (const second of ascii) {
      const pair = first + second;
      const isRun = [...classes, asMark].some((pattern) => pattern.test(pair));
      expect([pair, workOf(pair, unlimited)]).toEqual([pair, isRun ? 4 : 2]);
    }
  }
});
