import type { LessonHead } from '../lessons/lesson.js';
import { countDone } from './progress.js';
import { useProgress } from './use-progress.js';

/** How far the reader has come with a lesson, behind what else is said of it; nothing for one that is not begun. */
export function StepsDone({ slug, steps }: Pick<LessonHead, 'slug' | 'steps'>) {
  const done = countDone(useProgress(), slug, steps);
  if (done === 0) return null;
  return <> · {done === steps.length ? 'done' : `${done} of ${steps.length} done`}</>;
}
