import { expect, test } from 'vitest';
import { keepTheme, keptTheme } from './kept-theme.js';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test.each(['light', 'dark'] as const)('%s, once chosen, is there the next time', (theme) => {
  const storage = memory();
  expect(keptTheme(() => storage)).toBeUndefined();
  keepTheme(theme, () => storage);
  expect(keptTheme(() => storage)).toBe(theme);
});

test('what is no theme is none', () => {
  expect(keptTheme(() => ({ getItem: () => '"><script>' }))).toBeUndefined();
});

test('a browser that blocks storage keeps none, and nothing fails', () => {
  const blocked = () => {
    throw new DOMException('Access is denied.', 'SecurityError');
  };
  keepTheme('dark', blocked);
  expect(keptTheme(blocked)).toBeUndefined();
});
