import type { KeptStorage } from './kept-storage.js';

/** What a reader chose over the system. */
export type Theme = 'light' | 'dark';

const key = 'farebox-playground-theme';

/** The theme that was chosen in this browser; undefined where none was. */
export function keptTheme(storage: KeptStorage): Theme | undefined {
  const kept = storage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

/** Keeps it for the next time. */
export function keepTheme(theme: Theme, storage: KeptStorage): void {
  storage.setItem(key, theme);
}
