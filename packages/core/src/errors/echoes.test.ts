import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../fixtures/any-text.js';
import { withoutEchoes } from './echoes.js';

const without = (text: string, ...sources: string[]) => withoutEchoes(text, sources, '[prompt]');

describe('what a text repeats', () => {
  it.each([
    ['whole', 'Blocked: my name is Ann Lee!', ['my name is Ann Lee'], 'Blocked: [prompt]!'],
    ['in part', 'Blocked: is Ann Lee, aged', ['my name is Ann Lee, aged 40'], 'Blocked: [prompt]'],
    ['twice', 'A abcdefghijkl B abcdefghijkl C', ['abcdefghijkl'], 'A [prompt] B [prompt] C'],
    [
      'of two',
      'abcdefghijkl, mnopqrstuvwx',
      ['abcdefghijkl', 'mnopqrstuvwx'],
      '[prompt], [prompt]',
    ],
    ['with its blanks gone', 'Bad: abcdefghijkl', ['a b c\nd\te f g h i j k l'], 'Bad: [prompt]'],
    ['over several lines', 'Bad: abc def ghi jkl.', ['abc\ndef\r\nghi\u2028jkl'], 'Bad: [prompt].'],
    ['as JSON', 'Bad: say \\"abc\\"\\ndef\\u0021 ok', ['say "abc"\ndef! ok'], 'Bad: [prompt]'],
    [
      'as JSON in JSON',
      'Bad: {\\\\\\"city\\\\\\": \\\\\\"Paris\\\\\\"}',
      ['{"city":"Paris"}'],
      'Bad: [prompt]',
    ],
    ['as a URL', 'Bad: my%20name%20is%20Ann%21', ['my name is Ann!'], 'Bad: [prompt]'],
    [
      'as HTML',
      'Bad: I&#39;m &quot;Ann&quot; Lee&nbsp;&#x21;!!!',
      ['I\'m "Ann" Lee !!!!'],
      'Bad: [prompt]',
    ],
    [
      'in other quotation marks',
      'Bad: “my name is Anna”',
      ["my 'name' is Anna"],
      'Bad: “[prompt]”',
    ],
  ])('is left out %s', (_, text, sources, expected) => {
    expect(without(text, ...sources)).toBe(expected);
  });

  it('is left out from twelve characters on: eleven are words that everyone uses', () => {
    expect(without('a bcdefghijk?', 'abcdefghijk!')).toBe('a bcdefghijk?');
    expect(without('a bcdefghijkl?', 'abcdefghijkl!')).toBe('[prompt]?');
  });

  it('does not stretch over the border of two sources', () => {
    expect(without('abcdefghijkl', 'abcdef', 'ghijkl')).toBe('abcdefghijkl');
  });

  const word = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'abc dé🙂') });
  const texts = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));

  it('is gone: nothing of twelve characters is left in common', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 4 }), (text, sources) => {
        const left = without(text, ...sources).split('[prompt]');
        const squeezed = sources.map((source) => source.replace(/\s/g, ''));
        for (const piece of left.map((part) => part.replace(/\s/g, ''))) {
          for (let at = 0; at + 12 <= piece.length; at++) {
            const run = piece.slice(at, at + 12);
            expect(squeezed.some((source) => source.includes(run))).toBe(false);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is all that goes: what is left stands in the text as it was, in order', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 4 }), (text, sources) => {
        let from = 0;
        for (const piece of without(text, ...sources).split('[prompt]')) {
          const at = text.indexOf(piece, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + piece.length;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a text that shares nothing stays as it is, and so does one without sources', () => {
    fc.assert(
      fc.property(anyText(100), (text) => {
        expect(without(text, '\u{10fffe}'.repeat(100), '')).toBe(text);
        expect(without(text)).toBe(text);
      }),
    );
  });

  it.each([
    ['of one character', 'a'.repeat(1_000_000)],
    ['of escapes that are none', '\\&%'.repeat(330_000)],
    ['of unfinished escapes', '%e0%80&#x1\\u00'.repeat(70_000)],
    ['of backslashes', '\\'.repeat(1_000_000)],
    ['of blanks', ' \n'.repeat(500_000)],
    ['of words', 'the quick brown fox '.repeat(50_000)],
  ])('a prompt of a megabyte %s takes a moment', (_, prompt) => {
    const startMs = performance.now();
    without(prompt.slice(0, 16_000), prompt);
    without('The model is overloaded. Please try again.', prompt);
    expect(performance.now() - startMs).toBeLessThan(20_000);
  });
});
