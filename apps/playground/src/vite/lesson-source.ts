import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parseHead, parseLesson } from '../lessons/parse-lesson.js';

/**
 * `import lesson from './01-first-call.md?lesson'`: a lesson, parsed when the page is built; `?lesson-head` is its head alone.
 *
 * What is wrong with a lesson stops the build, with its file.
 */
export function lessonSource(): Plugin {
  return {
    name: 'farebox:lesson-source',
    enforce: 'pre',
    load(id) {
      const [, file, wanted] = /^(.+\.md)\?(lesson|lesson-head)$/.exec(id) ?? [];
      if (file === undefined) return undefined;
      this.addWatchFile(file);
      const parse = wanted === 'lesson' ? parseLesson : parseHead;
      return `export default ${JSON.stringify(parse(file, readFileSync(file, 'utf8')))};`;
    },
  };
}
