import { useSyncExternalStore } from 'react';
import type { LessonHead } from '../lessons/lesson.js';
import { pageProgress } from './page-progress.js';
import { countDone } from './progress.js';

/** How far the reader has come with a lesson, behind what else is said of it; nothing for one that is not begun. */
export function StepsDone({ slug, steps }: Pick<LessonHead, 'slug' | 'steps'>) {
  const progress = useSyncExternalStore(pageProgress.watch, pageProgress.current);
  const done = countDone(progress, slug, steps);
  if (done === 0) return null;
  return <> · {done === steps.length ? 'done' : `${done} of ${steps.length} done`}</>;
}
