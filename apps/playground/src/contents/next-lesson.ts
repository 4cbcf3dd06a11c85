import type { LessonHead } from '../lessons/lesson.js';
import { countDone, type Progress } from '../progress/progress.js';

/** Where to go on: the lesson after the last one that was begun, or that one while a step of it is left. */
export function nextLesson(
  progress: Progress,
  lessons: readonly LessonHead[],
): LessonHead | undefined {
  const done = lessons.map(({ slug, steps }) => countDone(progress, slug, steps));
  const last = done.findLastIndex((count) => count > 0);
  const isLeft = last >= 0 && (done[last] ?? 0) < (lessons[last]?.steps.length ?? 0);
  return lessons[isLeft ? last : last + 1];
}
