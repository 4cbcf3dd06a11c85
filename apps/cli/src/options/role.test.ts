import { personas } from '@farebox/chat';
import { expect, it, test } from 'vitest';
import { role } from './role.js';

test.each(['tutor', 'debugger', 'reviewer'] as const)('%s is the persona of that name', (name) => {
  expect(role(name)).toBe(personas[name]);
});

it('translates into the language after the colon, whatever is in it', () => {
  expect(role('translator:Go').system).toBe(personas.translator({ to: 'Go' }).system);
  expect(role('translator: C++ ').system).toContain(' C++.');
  expect(role('translator:a:b').system).toContain(' a:b.');
});

test.each(['translator', 'translator:', 'translator: '])('%s has no language', (text) => {
  expect(() => role(text)).toThrow('--role translator has no language.');
});

test.each(['', 'tutr', 'tutor:Go', 'toString', 'Tutor'])(
  '"%s" is no role, and the fix lists those there are',
  (text) => {
    expect(() => role(text)).toThrow(
      expect.objectContaining({
        message: '--role names no role.',
        fix: expect.stringContaining('tutor, debugger, reviewer or translator:<language>'),
      }),
    );
  },
);
