import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { filled, variablesIn } from './role-template.js';

describe('the variables of a text', () => {
  it('are each there once, with the first default that one of its places has', () => {
    expect(variablesIn('{{a}} {{ b = two words }} {{a=1}} {{a=2}} {{b}} {{c=}}')).toEqual([
      { name: 'a', fallback: '1' },
      { name: 'b', fallback: 'two words' },
      { name: 'c', fallback: '' },
    ]);
  });

  test.each([
    '{a}',
    '{{}}',
    '{{ secrets.X }}',
    '{{#if a}}',
    '{{1}}',
    '\\{{a}}',
    '{{a',
    '{{a={b}}}',
  ])('%s is none', (text) => {
    expect(variablesIn(text)).toEqual([]);
  });
});

it('fills every place of a variable, and takes the backslash off what is meant as it stands', () => {
  const values = new Map([['a', '1']]);
  expect(filled('{{a}}{{ a=2 }} {{b}} \\{{a}}', values)).toBe('11 {{b}} {{a}}');
});

it('does not look again at what it filled in, whatever that is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', 'a', '=', '$', '&', '\\') }),
      (value) => {
        const values = new Map([
          ['a', value],
          ['b', 'x'],
        ]);
        expect(filled('<{{a}}|{{b}}>', values)).toBe(`<${value}|x>`);
      },
    ),
  );
});
