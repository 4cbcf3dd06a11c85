import type { LoadPage } from '../page/lazy-page.js';
import { lessonHeads, loadLesson } from './lessons.js';

/** The page of each lesson, by its slug. */
export const lessonPages: ReadonlyMap<string, { title: string; load: LoadPage }> = new Map(
  lessonHeads.map(({ slug, title }) => [slug, { title, load: () => loadPage(slug) }]),
);

async function loadPage(slug: string) {
  const [lesson, { LessonPage }] = await Promise.all([
    loadLesson(slug),
    import('./lesson-page.js'),
  ]);
  return () => <LessonPage lesson={lesson} />;
}
