import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  controlCodes,
  isControl,
  sequences,
  strings,
  wholeSequences,
} from '../fixtures/control-codes.js';
import { ControlFilter } from './control-filter.js';

const filtered = (...pieces: readonly string[]) => {
  const filter = new ControlFilter();
  return pieces.map((piece) => filter.push(piece)).join('');
};
const controlsIn = (text: string) =>
  [...text].filter((character) => isControl(character.charCodeAt(0)));

test.each(controlCodes.map((code) => [code.toString(16).padStart(2, '0'), code] as const))(
  'the control code %s alone leaves nothing but line feed and tab',
  (_name, code) => {
    const control = String.fromCharCode(code);
    expect(filtered(control)).toBe(isControl(code) ? '' : control);
  },
);

it('is tested with all 65 control codes and more than 60 sequences', () => {
  expect(controlCodes).toHaveLength(65);
  expect(wholeSequences.length).toBeGreaterThan(60);
});

test.each(wholeSequences.map((sequence) => [JSON.stringify(sequence), sequence] as const))(
  '%s between two words leaves the words, wherever it is split',
  (_name, sequence) => {
    const text = `one${sequence}two`;
    expect(filtered(text)).toBe('onetwo');
    for (let first = 0; first <= text.length; first++) {
      for (let second = first; second <= text.length; second++) {
        const pieces = [text.slice(0, first), text.slice(first, second), text.slice(second)];
        expect(filtered(...pieces)).toBe('onetwo');
      }
    }
  },
);

test.each([...sequences, ...strings].map((text) => [JSON.stringify(text), text] as const))(
  '%s cut short by the end leaves no control character',
  (_name, sequence) => {
    for (let end = 1; end <= sequence.length; end++) {
      expect(controlsIn(filtered(`one${sequence.slice(0, end)}`))).toEqual([]);
    }
  },
);

describe('a sequence that is never closed', () => {
  it('swallows at most the rest of its line', () => {
    expect(filtered('a\u001b]0;title and more\nb')).toBe('a\nb');
  });

  it('ends at a cancel or substitute character', () => {
    expect(filtered('a\u001b]0;t\u0018b\u001b[3\u001ac')).toBe('abc');
  });

  it('ends where another sequence begins', () => {
    expect(filtered('a\u001b]0;t\u001b[31mb\u001b[\u001b[1mc')).toBe('abc');
  });

  it('ends before a character that cannot be a part of it', () => {
    expect(filtered('\u001b[3é\u001bé\u001b(é')).toBe('ééé');
  });
});

it('keeps text of every script, emoji and right-to-left text as it is', () => {
  const text = 'naïve 漢字 👩‍👩‍👧 שלום\tand\nlines';
  expect(filtered(text)).toBe(text);
  expect(filtered(`${text}\u0007`)).toBe(text);
});

const dangerous = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '[', ']', '\\', ';', '3', 'm', '\u0007', '\u009c', '\n', 'P', '😀'),
    fc.constantFrom(...controlCodes.map((code) => String.fromCharCode(code))),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});

it('lets no control character through, whatever the text', () => {
  fc.assert(fc.property(dangerous, (text) => controlsIn(filtered(text)).length === 0));
});

it('gives the same for every way of cutting a text into pieces', () => {
  fc.assert(
    fc.property(dangerous, fc.array(fc.nat(60), { maxLength: 5 }), (text, cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
      expect(filtered(...pieces)).toBe(filtered(text));
    }),
  );
});
