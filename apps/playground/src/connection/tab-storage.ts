/** A part of `Storage`, whose contents live as long as the tab. */
export interface TabStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const memory = new Map<string, string>();

/** For a browser that blocks storage: it lives as long as the document. */
const inMemory: TabStorage = {
  getItem: (key) => memory.get(key) ?? null,
  setItem: (key, value) => void memory.set(key, value),
};

/**
 * The storage of this tab.
 *
 * @param storageOf May throw: in a browser that blocks storage, naming it is enough.
 */
export function tabStorage(storageOf: () => TabStorage = () => sessionStorage): TabStorage {
  try {
    return storageOf();
  } catch {
    return inMemory;
  }
}
