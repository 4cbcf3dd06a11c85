import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isGptFrom } from './gpt-version.js';

it('a version is reached by itself and by every later one, whatever follows it in the name', () => {
  const names = ['gpt-5.6', 'gpt-5.6-luna', 'gpt-5.10-mini', 'gpt-6-astra', 'gpt-10'];
  for (const name of names) expect(isGptFrom(name, 5, 6)).toBe(true);
  const earlier = [
    'gpt-5',
    'gpt-5-2025-08-07',
    'gpt-5-mini',
    'gpt-5.5-2026-04-23',
    'gpt-4.1',
    'gpt-4o',
  ];
  for (const name of earlier) expect(isGptFrom(name, 5, 6)).toBe(false);
});

it('what is no GPT with a number has no version', () => {
  for (const name of ['o4-mini', 'chatgpt-4o-latest', 'gpt-audio', '']) {
    expect(isGptFrom(name, 0)).toBe(false);
  }
});

it('versions are in the order of their numbers, the minor after the major', () => {
  const number = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(number, number, number, number, (major, minor, least, leastMinor) => {
      expect(isGptFrom(`gpt-${major}.${minor}-sol`, least, leastMinor)).toBe(
        100 * major + minor >= 100 * least + leastMinor,
      );
    }),
  );
});
