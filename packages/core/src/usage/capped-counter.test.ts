import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cappedCounter } from './capped-counter.js';

/** Takes the square of the length in steps, as merging does, and counts one token per character. */
function slow() {
  const work = { steps: 0, calls: 0 };
  const countTokens = (text: string) => {
    work.steps += text.length ** 2;
    work.calls += 1;
    return text.length;
  };
  return { work, countTokens };
}
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

test.each([
  ['one letter', 'a'],
  ['one Chinese character', '你'],
  ['spaces', ' '],
  ['emoji', '🙂'],
  ['marks and line ends', '/\n'],
  ['words', 'word '],
])(
  'a megabyte of %s costs a tokenizer no more than ten million steps, and the rest are bytes',
  (_name, unit) => {
    const tokenizer = slow();
    const text = unit.repeat(1_000_000 / bytesOf(unit));
    const { tokens, countedBytes, uncountedBytes } = cappedCounter(tokenizer)(text);
    expect(tokenizer.work.steps).toBeLessThan(10_000_000);
    expect(tokens).toBeGreaterThanOrEqual(29_000);
    expect(uncountedBytes).toBeGreaterThan(800_000);
    expect(countedBytes + uncountedBytes).toBe(bytesOf(text));
  },
);

test('the cap holds for all texts together, and for a tokenizer that finds next to nothing', () => {
  const tokenizer = slow();
  const count = cappedCounter(tokenizer);
  for (let text = 0; text < 100_000; text++) count('a');
  expect(tokenizer.work.calls).toBe(30_000);
  let calls = 0;
  const few = cappedCounter({ countTokens: () => +(calls++ < 0) });
  few('a'.repeat(1_000_000));
  expect(calls).toBeLessThan(1_000);
});

test('a text is cut before a word, so that no word is counted in two halves', () => {
  const stretches: string[] = [];
  const count = cappedCounter({ countTokens: (text) => stretches.push(text) });
  const text = 'seven letters here are words of some lengths, '.repeat(40);
  expect(count(text).cuts).toBe(0);
  expect(stretches.join('')).toBe(text);
  expect(stretches.length).toBeGreaterThan(5);
  for (const stretch of stretches.slice(1)) expect(stretch).toMatch(/^ \w/);
  for (const stretch of stretches) expect(stretch.length).toBeLessThanOrEqual(256);
});

test('cuts within an unbroken run are told, so that a bound can allow for them', () => {
  const count = cappedCounter({ countTokens: (text) => text.length });
  expect([256, 257, 512, 513].map((length) => count('x'.repeat(length)).cuts)).toEqual([
    0, 1, 1, 2,
  ]);
});

test('no character is cut in two, and every byte is counted or named, for any text', () => {
  const texts = fc.string({ unit: 'grapheme', minLength: 200, maxLength: 600 });
  fc.assert(
    fc.property(texts, (text) => {
      let joined = '';
      const count = cappedCounter({
        countTokens: (stretch) => {
          expect(stretch.isWellFormed()).toBe(true);
          joined += stretch;
          return 1;
        },
      });
      expect(count(text)).toMatchObject({ countedBytes: bytesOf(text), uncountedBytes: 0 });
      expect(joined).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('a stretch that the tokenizer throws at is given in bytes, and the next one is counted', () => {
  const count = cappedCounter({
    countTokens: (text) => {
      if (text.includes('<|endoftext|>')) throw new Error('Disallowed special token');
      return 1;
    },
  });
  expect(count('<|endoftext|>')).toEqual({
    tokens: 0,
    countedBytes: 0,
    uncountedBytes: 13,
    cuts: 0,
  });
  expect(count('Hi')).toEqual({ tokens: 1, countedBytes: 2, uncountedBytes: 0, cuts: 0 });
});

test.each([[Number.NaN], [-1], [1.5], ['3'], [undefined], [Number.POSITIVE_INFINITY]])(
  'a tokenizer that counts %j is refused, because it would unmake the bound',
  (wrong) => {
    const count = cappedCounter({ countTokens: () => wrong as number });
    expect(() => count('Hi')).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: `The tokenizer's countTokens gave ${String(wrong)}, which is no number of tokens.`,
      }),
    );
  },
);
