import { useSyncExternalStore } from 'react';
import { pageProgress } from './page-progress.js';
import type { Progress } from './progress.js';

/** What the reader has done, as it is now, in this tab and in others. */
export function useProgress(): Progress {
  return useSyncExternalStore(pageProgress.watch, pageProgress.current);
}
