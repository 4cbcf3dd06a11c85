import type { KeptStorage } from '../page/kept-storage.js';
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

/** Progress in a storage that outlives the page. */
export function progressStore(storage: KeptStorage): ProgressStore {
  const watchers = new Set<() => void>();
  let progress = readProgress(storage.getItem(key));
  const change = (next: Progress) => {
    progress = next;
    for (const tell of watchers) tell();
  };
  const reload = () => {
    const text = storage.getItem(key);
    if (text !== null && text !== writeProgress(progress)) change(readProgress(text));
  };
  return {
    current: () => progress,
    reload,
    add(slug, step) {
      reload();
      if (progress.get(slug)?.has(step)) return;
      change(withStep(progress, slug, step));
      storage.setItem(key, writeProgress(progress));
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
