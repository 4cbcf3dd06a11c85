import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson, LessonBlock } from '../src/lessons/lesson.js';
import { parseLesson } from '../src/lessons/parse-lesson.js';

const folder = join(import.meta.dirname, '../src/lessons/content');

/** All lessons, read from their files and not from the page. */
export const lessonFiles: readonly Lesson[] = readdirSync(folder).map((file) =>
  parseLesson(file, readFileSync(join(folder, file), 'utf8')),
);

/** The blocks of a lesson that are of one kind, in order. */
export function blocksOf<Type extends LessonBlock['type']>(
  { blocks }: Lesson,
  type: Type,
): readonly Extract<LessonBlock, { type: Type }>[] {
  return blocks.filter(
    (block): block is Extract<LessonBlock, { type: Type }> => block.type === type,
  );
}
