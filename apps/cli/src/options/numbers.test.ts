import { describe, expect, it, test } from 'vitest';
import { amountOfUsd, numberIn, wholeNumberIn } from './numbers.js';

const temperature = numberIn('--temperature', 0, 2);
const retries = wholeNumberIn('--retries', 0, 100);
const maxCost = amountOfUsd('--max-cost');

test.each([
  ['0', 0],
  ['2', 2],
  ['0.7', 0.7],
  ['.5', 0.5],
])('%s is a number from 0 to 2', (text, value) => {
  expect(temperature(text)).toBe(value);
});

test.each(['2.01', '-1', 'hot', '', ' 1', '1e0', '0x1', 'Infinity', 'NaN'])(
  '"%s" is no number from 0 to 2',
  (text) => {
    expect(() => temperature(text)).toThrow('--temperature is not a number from 0 to 2.');
  },
);

test.each([
  ['0', 0],
  ['100', 100],
  ['007', 7],
])('%s is a whole number from 0 to 100', (text, value) => {
  expect(retries(text)).toBe(value);
});

test.each(['101', '1.0', '-1', '', 'two', '1e1'])(
  '"%s" is no whole number from 0 to 100',
  (text) => {
    expect(() => retries(text)).toThrow('--retries is not a whole number from 0 to 100.');
  },
);

describe('an amount of dollars', () => {
  it('is kept as it was written, because a float could not hold it', () => {
    expect(maxCost('0.000001')).toBe('0.000001');
    expect(maxCost('0')).toBe('0');
    expect(maxCost('$5')).toBe('$5');
  });

  test.each(['1e-6', '-1', '1,50', 'cheap', '', '0.0000000000001'])('is not "%s"', (text) => {
    expect(() => maxCost(text)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringMatching(/^--max-cost is wrong: the amount of US dollars /),
        fix: 'Write it as in --max-cost 0.05.',
      }),
    );
  });
});

it('repeats no value in a message, because a key can be pasted into the wrong option', () => {
  for (const check of [temperature, retries, maxCost])
    expect(() => check('sk-canary')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('canary') }),
    );
});
