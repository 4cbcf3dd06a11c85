/** What a reader chose over the system. */
export type Theme = 'light' | 'dark';

const key = 'farebox-playground-theme';

/**
 * The theme that was chosen in this browser; undefined where none was, or where storage is blocked.
 *
 * @param storageOf May throw: in a browser that blocks storage, naming it is enough.
 */
export function keptTheme(storageOf: () => Pick<Storage, 'getItem'>): Theme | undefined {
  try {
    const kept = storageOf().getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it for the next time, where that is allowed. */
export function keepTheme(theme: Theme, storageOf: () => Pick<Storage, 'setItem'>): void {
  try {
    storageOf().setItem(key, theme);
  } catch {
    // Blocked, or full: it holds until the page is closed.
  }
}
