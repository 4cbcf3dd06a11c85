import { describe, expect, it } from 'vitest';
import { longestResult, resultText } from './result-text.js';

const unwritable = { problem: 'The tool ran, but its result cannot be written as JSON.' };

describe('the result of a tool', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;

  it.each([
    ['a string, as it is', 'It rains.', 'It rains.'],
    ['an empty string', '', ''],
    ['an object', { degrees: 4, at: new Date(0) }, '{"degrees":4,"at":"1970-01-01T00:00:00.000Z"}'],
    ['nothing', undefined, 'null'],
    ['null', null, 'null'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
  ])('%s', (_, result, text) => {
    expect(resultText(result)).toEqual({ text });
  });

  it.each([
    ['a BigInt', 1n],
    ['an object with a BigInt in it', { id: 1n }],
    ['a cycle', cycle],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    [
      'a toJSON that throws',
      {
        toJSON: () => {
          throw new Error('secret');
        },
      },
    ],
  ])('%s cannot be written, and nothing of it is said', (_, result) => {
    expect(resultText(result)).toEqual(unwritable);
  });

  it('is whole up to the longest there may be, and says how much is missing from there on', () => {
    const longest = 'x'.repeat(longestResult);
    expect(resultText(longest)).toEqual({ text: longest });
    expect(resultText(`${longest}yz`)).toEqual({
      text: `${longest}\n[cut: the first 100000 of 100002 characters]`,
    });
  });

  it('is never cut through a character', () => {
    const result = `${'x'.repeat(longestResult - 1)}😀`;
    const said = resultText(result);
    expect('text' in said && said.text.isWellFormed()).toBe(true);
  });
});
