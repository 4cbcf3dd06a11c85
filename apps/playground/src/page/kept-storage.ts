/** A part of `Storage`. */
export interface KeptStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/**
 * A storage that never throws: what the browser does not keep, because it is blocked or full, is kept until the document is
 * closed.
 *
 * @param storageOf May throw: in a browser that blocks storage, naming it is enough.
 */
export function keptStorage(storageOf: () => KeptStorage): KeptStorage {
  const notKept = new Map<string, string>();
  return {
    getItem(key) {
      const here = notKept.get(key);
      if (here !== undefined) return here;
      try {
        return storageOf().getItem(key);
      } catch {
        return null;
      }
    },
    setItem(key, value) {
      try {
        storageOf().setItem(key, value);
        notKept.delete(key);
      } catch {
        notKept.set(key, value);
      }
    },
  };
}

/** Of this browser, for all its tabs. */
export const browserStorage = keptStorage(() => localStorage);

/** Of this tab. */
export const tabStorage = keptStorage(() => sessionStorage);
