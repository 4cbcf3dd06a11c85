import { expect, it } from 'vitest';
import { formOf } from './sniff.js';

it.each([
  ['data: {}', 'events'],
  [': comment', 'events'],
  ['event: error', 'events'],
  ['{"id":1}', 'json'],
  ['[{"error":1}]', 'json'],
  ['<!doctype html>', 'html'],
  ['plain words', 'events'],
] as const)(
  '%j begins a reply of form %s, also after blanks and a byte order mark',
  (start, form) => {
    expect(formOf(start)).toBe(form);
    expect(formOf(`\uFEFF\r\n \t${start}`)).toBe(form);
  },
);

it('blanks alone tell nothing yet', () => {
  expect(formOf('')).toBeUndefined();
  expect(formOf(' \r\n\t\uFEFF')).toBeUndefined();
});
