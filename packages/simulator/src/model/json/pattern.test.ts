import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from './match-pattern.js';
import { parsePattern } from './pattern.js';
import { patternExamples } from './pattern-example.js';

const sources = [
  '^[A-Z]{2}-\\d{3,5}$',
  '(cat|dog|bird)s?',
  '^[^@\\s]+@[^@\\s]+$',
  '^(?!foo)[a-z]{3,}$',
  '^(?=.*\\d)[a-z\\d]+$',
  '^\\+?[\\d ()-]{7,}$',
  '^(a|b)*c{2}$',
  '[\\w.-]+\\.ts$',
  '^\\$\\d+\\.\\d{2}$',
  '^\\u0041\\x42$',
  '^(?:[a-z]+-)*[a-z]+$',
  '',
];
// These have no example without what a lookahead asks for.
const readable = sources.filter((source) => !source.includes('(?=.*'));

describe('a pattern of the simple kind', () => {
  it.each(readable)('%j has examples that the platform’s own engine accepts', (source) => {
    const pattern = parsePattern(source);
    if (pattern === undefined) throw new Error('It was not read.');
    const texts = patternExamples(pattern, 0).filter((text) => matchesPattern(pattern, text));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(new RegExp(source, 'u'));
  });

  it('matches what the platform’s own engine matches', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('a', 'b', 'c', '-', '4', '.', '@', ' ', '😀'),
        maxLength: 8,
      }),
      fc.constantFrom('AB-1234', 'cats', 'x@y', '+49 30 123456', '$5.00', 'AB', 'main.ts', 'a-b-c'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...sources), texts, (source, text) => {
        const pattern = parsePattern(source);
        expect(pattern && matchesPattern(pattern, text)).toBe(new RegExp(source, 'u').test(text));
      }),
    );
  });

  it('fills up to a minimum length with what may repeat', () => {
    const pattern = parsePattern('^[a-z]+$');
    expect(pattern && patternExamples(pattern, 40).some((text) => text.length >= 40)).toBe(true);
  });
});

describe('a pattern that is not read', () => {
  it.each([
    '(a)\\1',
    '(?<=a)b',
    '\\bword\\b',
    '\\p{L}+',
    '(?<name>a)',
    '[',
    '(',
    '*a',
    'a{2000}',
    '[z-a]',
  ])('%j', (source) => {
    expect(parsePattern(source)).toBeUndefined();
  });

  it('is one of more than 2,000 characters or 20 groups inside each other', () => {
    expect(parsePattern('a'.repeat(2_001))).toBeUndefined();
    expect(parsePattern('('.repeat(30) + ')'.repeat(30))).toBeUndefined();
  });
});

describe('hostile patterns', () => {
  it.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(.*)*x', '^((a*)*)*$'])(
    '%j ends after bounded work',
    (source) => {
      const pattern = parsePattern(source);
      if (pattern === undefined) throw new Error('It was not read.');
      const started = performance.now();
      matchesPattern(pattern, `${'a'.repeat(5_000)}!`);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );
});
