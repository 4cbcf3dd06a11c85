import { expect, test } from 'vitest';
import type { LessonHead } from '../lessons/lesson.js';
import { nextLesson } from './next-lesson.js';

const lessons: readonly LessonHead[] = ['first', 'second', 'third'].map((slug, index) => ({
  number: index + 1,
  slug,
  title: slug,
  summary: '',
  minutes: 5,
  steps: ['a', 'b'],
}));

test.each<[string, Record<string, readonly string[]>, string | undefined]>([
  ['nothing is done', {}, 'first'],
  ['one is begun', { first: ['a'] }, 'first'],
  ['one is done', { first: ['a', 'b'] }, 'second'],
  ['one was passed over', { second: ['a', 'b'] }, 'third'],
  ['a later one is begun', { first: ['a', 'b'], third: ['b'] }, 'third'],
  ['all that is done is of a lesson that was', { gone: ['a'] }, 'first'],
  ['the last is done', { third: ['a', 'b'] }, undefined],
])('where %s, the reader goes on with %s', (_, done, slug) => {
  const progress = new Map(Object.entries(done).map(([key, steps]) => [key, new Set(steps)]));
  expect(nextLesson(progress, lessons)?.slug).toBe(slug);
});
