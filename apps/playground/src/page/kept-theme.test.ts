import { expect, test } from 'vitest';
import { memoryStorage } from './fixtures/memory-storage.js';
import { keepTheme, keptTheme } from './kept-theme.js';

test.each(['light', 'dark'] as const)('%s, once chosen, is there the next time', (theme) => {
  const storage = memoryStorage();
  expect(keptTheme(storage)).toBeUndefined();
  keepTheme(theme, storage);
  expect(keptTheme(storage)).toBe(theme);
});

test('what is no theme is none', () => {
  expect(keptTheme({ ...memoryStorage(), getItem: () => '"><script>' })).toBeUndefined();
});
