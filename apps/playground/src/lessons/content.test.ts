import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { afterEach, expect, test, vi } from 'vitest';
import { matchesTranscript, transcriptOf } from '../cell/transcript.js';
import { runWithoutWalls } from '../cell/without-walls.js';
import type { CellBlock } from './lesson.js';
import { parseLesson } from './parse-lesson.js';
import { views } from './views.js';

const folder = join(import.meta.dirname, 'content');
const lessons = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => parseLesson(file, readFileSync(join(folder, file), 'utf8')));
const cells = lessons.flatMap(({ slug, blocks }) =>
  blocks
    .filter((block): block is CellBlock => block.type === 'cell')
    .map((block) => ({ slug, ...block })),
);

afterEach(() => vi.unstubAllGlobals());

test.each(cells)('$slug, $name: it prints what the lesson says', async ({ source, expected }) => {
  // The first run of a cell has the first seed; see runProvider.
  const { fetch } = simulate({ seed: 1 });
  vi.stubGlobal('fetch', fetch);
  const state = await runWithoutWalls(source, fetch);
  const transcript = transcriptOf(state);
  if (!matchesTranscript(expected.text, transcript)) expect(transcript).toBe(expected.text);
  expect(state.phase).toBe(expected.fails ? 'failed' : 'done');
});

test.each(lessons)(
  'lesson $number, $slug: what it names is there, once',
  ({ blocks, sections }) => {
    const called = blocks.flatMap((block) => (block.type === 'cell' ? [block.name] : []));
    expect(new Set(called).size).toBe(called.length);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    for (const block of blocks) if (block.type === 'view') expect(views).toHaveProperty(block.name);
  },
);
