import { personas } from '@farebox/chat';
import { expect, it, test } from 'vitest';
import { builtInRole } from './built-in-role.js';

test.each(['tutor', 'debugger', 'reviewer'] as const)('%s is the persona of that name', (name) => {
  expect(builtInRole(name)).toBe(personas[name]);
});

it('translates into the language after the colon, whatever is in it', () => {
  expect(builtInRole('translator:Go')?.system).toBe(personas.translator({ to: 'Go' }).system);
  expect(builtInRole('translator: C++ ')?.system).toContain(' C++.');
  expect(builtInRole('translator:a:b')?.system).toContain(' a:b.');
});

test.each(['translator', 'translator:', 'translator: '])('%s has no language', (text) => {
  expect(() => builtInRole(text)).toThrow('--role translator has no language.');
});

test.each(['', 'tutr', 'tutor:Go', 'toString', 'Tutor'])('"%s" is none of them', (text) => {
  expect(builtInRole(text)).toBeUndefined();
});
