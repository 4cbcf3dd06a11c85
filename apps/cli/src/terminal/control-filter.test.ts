import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ControlFilter } from './control-filter.js';

const filtered = (...pieces: readonly string[]) => {
  const filter = new ControlFilter();
  return pieces.map((piece) => filter.push(piece)).join('');
};
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const isControl = (code: number) =>
  (code < 0x20 && code !== 0x0a && code !== 0x09) || (code >= 0x7f && code <= 0x9f);
const controlsIn = (text: string) =>
  [...text].filter((character) => isControl(character.charCodeAt(0)));

const controlCodes = [...range(0, 0x1f), 0x7f, ...range(0x80, 0x9f)];

const sequences: readonly string[] = [
  // CSI: colours, cursor, clearing, modes, reports, bracketed paste, window, with every shape of parameter
  ...['0m', '31m', '1;31m', '38;2;255;0;0m', '38:5:1m', '2J', '3J', 'H', '10;10H', 'A', '99D', 'K'],
  ...['?25l', '?1049h', '?2004h', '201~', '?1003h', '6n', 'c', '>c', '=c', '!p', '20t', '8;1;1t'],
  ...['1 q', '5i', '?5h', '4h', '1;999r', 's', 'u', '>4;2m', '0 @', '!'],
].map((body) => `\u001b[${body}`);
const strings: readonly string[] = [
  ...[
    '0;title',
    '2;title',
    '52;c;Y3VybA==',
    '8;;https://evil.example',
    '10;?',
    '4;1;?',
    '1337;File=:AA',
    '9;note',
    '777;notify;a;b',
    '133;A',
    '50;font',
    '104',
  ],
].map((body) => `\u001b]${body}`);
const closed = [
  ...strings.map((text) => `${text}\u0007`),
  ...strings.slice(0, 4).map((text) => `${text}\u001b\\`),
  ...strings.slice(0, 2).map((text) => `${text}\u009c`),
  '\u001bP$q"p\u001b\\',
  '\u001bPq#0;2;0;0;0~-\u001b\\',
  '\u001b_Gf=100;AAAA\u001b\\',
  '\u001b^private\u001b\\',
  '\u001bXstart\u001b\\',
  '\u009b31m',
  '\u009d52;c;AAAA\u009c',
  '\u0090q\u009c',
  '\u009fa\u009c',
  ...[
    'c',
    '7',
    '8',
    '=',
    '>',
    'D',
    'E',
    'M',
    'N',
    'O',
    'Z',
    '(0',
    ')B',
    '#8',
    '%G',
    ' F',
    '/A',
  ].map((final) => `\u001b${final}`),
];
// Without a final byte, the last CSI would take the next letter; it stands for the unterminated ones.
const whole = [...sequences.filter((sequence) => !sequence.endsWith('!')), ...closed];

test.each(controlCodes.map((code) => [code.toString(16).padStart(2, '0'), code] as const))(
  'the control code %s alone leaves nothing but line feed and tab',
  (_name, code) => {
    const control = String.fromCharCode(code);
    expect(filtered(control)).toBe(isControl(code) ? '' : control);
  },
);

it('is tested with all 65 control codes and more than 60 sequences', () => {
  expect(controlCodes).toHaveLength(65);
  expect(whole.length).toBeGreaterThan(60);
});

test.each(whole.map((sequence) => [JSON.stringify(sequence), sequence] as const))(
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
