import type { Lesson, LessonHead } from './lesson.js';

const heads = import.meta.glob<LessonHead>('./content/*.md', {
  query: '?lesson-head',
  import: 'default',
  eager: true,
});
const contents = import.meta.glob<Lesson>('./content/*.md', {
  query: '?lesson',
  import: 'default',
});

/** All lessons, in order. A file in `content` is all that a lesson needs to be among them. */
export const lessonHeads: readonly LessonHead[] = Object.values(heads).toSorted(
  (a, b) => a.number - b.number,
);

/** Loads a lesson of the contents. */
export async function loadLesson(slug: string): Promise<Lesson> {
  const [, load] = Object.entries(contents).find(([file]) => file.endsWith(`-${slug}.md`)) ?? [];
  if (load === undefined) throw new Error(`There is no lesson "${slug}".`);
  return load();
}
