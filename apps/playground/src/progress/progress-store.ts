import { type Progress, readProgress, withStep, writeProgress } from './progress.js';

/** The one place where progress is kept. */
export interface ProgressStore {
  readonly current: () => Progress;
  add(slug: string, step: string): void;
  /** Another tab may have added to it. */
  reload(): void;
  /** @returns what ends it. */
  readonly watch: (onChange: () => void) => () => void;
}

const key = 'farebox-playground-progress';

/**
 * Progress in a storage that outlives the page. Where a browser allows none, it lives as long as the page.
 *
 * @param storageOf May throw: in a browser that blocks storage, naming it is enough.
 */
export function progressStore(
  storageOf: () => Pick<Storage, 'getItem' | 'setItem'>,
): ProgressStore {
  const watchers = new Set<() => void>();
  const kept = () => {
    try {
      return storageOf().getItem(key);
    } catch {
      return null;
    }
  };
  let progress = readProgress(kept());
  const change = (next: Progress) => {
    progress = next;
    for (const tell of watchers) tell();
  };
  const reload = () => {
    const text = kept();
    if (text !== null && text !== writeProgress(progress)) change(readProgress(text));
  };
  return {
    current: () => progress,
    reload,
    add(slug, step) {
      reload();
      if (progress.get(slug)?.has(step)) return;
      change(withStep(progress, slug, step));
      try {
        storageOf().setItem(key, writeProgress(progress));
      } catch {
        // Blocked, or full: what is done is shown until the page is closed.
      }
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
