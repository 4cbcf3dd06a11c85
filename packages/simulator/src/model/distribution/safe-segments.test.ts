import { expect, it } from 'vitest';
import { safeSegments } from './safe-segments.js';

const textsOf = (...segments: [string, ...string[]][]) =>
  safeSegments(segments).map((segment) => segment.map(({ text }) => text));

it('a space before a choice goes into it', () => {
  expect(textsOf(['A loop '], ['runs', 'repeats'], ['.'])).toEqual([
    ['A loop'],
    [' runs', ' repeats'],
    ['.'],
  ]);
});

it('marks around a choice go into it where a letter would join them', () => {
  expect(textsOf(['f('], ['x', 'y'], ['): done'])).toEqual([['f'], ['(x', '(y'], ['): done']]);
  expect(textsOf(['a'], ['one.', 'two!'], ['" he said'])).toEqual([
    ['aone."', 'atwo!"'],
    [' he said'],
  ]);
});

it('quotes around each text of a list keep its choices apart', () => {
  const colours: [string, ...string[]] = ['"red"', '"blue"', '"green"'];
  const sentences: [string, ...string[]] = ['"One."', '"Two!"'];
  for (const texts of [colours, sentences]) {
    const list = textsOf(['['], texts, [','], texts, [','], texts, [']']);
    expect(Math.max(...list.map(({ length }) => length))).toBe(texts.length);
  }
});

it('a surrogate pair is never parted, though its first half is the same in all texts', () => {
  expect(textsOf(['x'], ['😀', '😁'], [' y'])).toEqual([['x'], ['😀', '😁'], [' y']]);
  expect(textsOf(['x'], ['𝒳', '𝒴'], [' y'])).toEqual([['x𝒳', 'x𝒴'], [' y']]);
});

it('two choices that touch become one of all combinations, as likely as both', () => {
  const [only] = safeSegments([
    ['in', 'out'],
    ['side', 'doors'],
  ]);
  expect(only?.map(({ text }) => text)).toEqual(['inside', 'indoors', 'outside', 'outdoors']);
  expect(only?.map(({ weight }) => weight * 3.24)).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(0.8, 12),
    expect.closeTo(0.8, 12),
    expect.closeTo(0.64, 12),
  ]);
});

it('a text that may be missing joins what is before it', () => {
  expect(textsOf(['Now'], ['', ' and then'], [' go'])).toEqual([['Now', 'Now and then'], [' go']]);
});

it('more than 4,096 combinations are not written out: the later choice loses its unlikely texts', () => {
  const letters = Array.from('abcdefghijklmnop') as [string, ...string[]];
  const segments = Array.from({ length: 4 }, () => letters);
  const [only = []] = safeSegments(segments);
  expect(only).toHaveLength(4_096);
  expect(only.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
});

it('nothing to say is no segment', () => {
  expect(safeSegments([])).toEqual([]);
});
