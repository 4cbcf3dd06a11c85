import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyString, cutToFit, fitsString } from './fit-string.js';
import { formatExamples, hasFormat, strictFormats } from './formats.js';
import type { StringRules } from './shape.js';

const free: StringRules = {
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  format: undefined,
  pattern: undefined,
};

describe('a text that keeps the rules', () => {
  it('counts characters, not their halves', () => {
    expect(fitsString({ ...free, maxLength: 2 }, '😀😀')).toBe(true);
    expect(fitsString({ ...free, minLength: 3 }, '😀😀')).toBe(false);
  });

  it('is cut at a word where it is too long, and filled with words where it is too short', () => {
    expect(cutToFit({ ...free, maxLength: 12 }, 'several words here')).toBe('several');
    expect(cutToFit({ ...free, minLength: 20 }, 'short')).toBe('short and so on and ');
  });

  it('has a length between the bounds, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(40), (text, least, more) => {
        const rules = { ...free, minLength: least, maxLength: least + more };
        expect(fitsString(rules, cutToFit(rules, text))).toBe(true);
      }),
    );
  });

  it.each(strictFormats)('exists for the format %s, and keeps it', (format) => {
    const text = anyString({ ...free, format });
    expect(text !== undefined && hasFormat(format, text)).toBe(true);
    expect(formatExamples(format).every((example) => hasFormat(format, example))).toBe(true);
  });

  it('does not exist where format and length exclude each other', () => {
    expect(anyString({ ...free, format: 'uuid', maxLength: 10 })).toBeUndefined();
  });
});

describe('a format', () => {
  it.each([
    ['date', '2026-02-29', false],
    ['date', '2028-02-29', true],
    ['date-time', '2026-03-14T24:00:00Z', false],
    ['duration', 'P', false],
    ['duration', 'P1DT', false],
    ['ipv4', '256.1.1.1', false],
    ['email', 'a@b', false],
    ['hostname', '-x.com', false],
  ])('%s of %j is known for what it is', (format, text, expected) => {
    expect(hasFormat(format, text)).toBe(expected);
  });

  it('that is not known holds for any text', () => {
    expect(hasFormat('phone', 'anything')).toBe(true);
  });
});
