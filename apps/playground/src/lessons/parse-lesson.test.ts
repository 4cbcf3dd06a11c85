import { expect, test } from 'vitest';
import { parseHead, parseLesson } from './parse-lesson.js';

const top = '---\ntitle: A title\nsummary: What it is about.\nminutes: 4\n---\n';
const parse = (body: string) => parseLesson('/content/07-a-slug.md', top + body);
const fence = (info: string, text: string) => `\n\`\`\`${info}\n${text}\n\`\`\`\n`;

test('the head of a lesson is its file’s name and its front matter', () => {
  expect(parseHead('/content/07-a-slug.md', top)).toEqual({
    number: 7,
    slug: 'a-slug',
    title: 'A title',
    summary: 'What it is about.',
    minutes: 4,
    steps: [],
  });
});

test('a lesson is prose, cells with what they print, exercises and views, in order', () => {
  const { blocks, steps } = parse(
    `Before.\n${fence('ts cell Add', '1 + 1')}${fence('prints', '→ 2')}${fence('ts exercise formatMessages', 'export {};')}After.\n${fence('view two-systems', 'What?')}`,
  );
  expect(blocks).toEqual([
    { type: 'prose', html: '<p>Before.</p>\n' },
    { type: 'cell', name: 'Add', source: '1 + 1\n', expected: { text: '→ 2', fails: false } },
    { type: 'exercise', name: 'formatMessages', source: 'export {};\n' },
    { type: 'prose', html: '<p>After.</p>\n' },
    { type: 'view', name: 'two-systems', text: 'What?' },
  ]);
  expect(steps).toEqual(['Add', 'formatMessages']);
});

test('a cell without a name is called by its number, and one that fails says so', () => {
  const { blocks } = parse(
    fence('ts cell', '1') + fence('prints', '→ 1') + fence('ts cell', 'x') + fence('fails', 'No.'),
  );
  expect(blocks).toMatchObject([
    { name: 'Cell 1' },
    { name: 'Cell 2', expected: { text: 'No.', fails: true } },
  ]);
});

test('sections are the h2s; the heading and the table of contents have one id', () => {
  const { sections, blocks } = parse('## What `ask` does\n\nText.\n\n### Not this\n');
  expect(sections).toEqual([{ id: 'what-ask-does', title: 'What ask does' }]);
  expect(blocks).toMatchObject([
    { html: expect.stringContaining('<h2 id="what-ask-does" tabindex="-1">') },
  ]);
});

test('other code is text to look at, and lessons may point at each other', () => {
  const { blocks } = parse(
    `See [there](#/lessons/errors?at=retry).\n${fence('json', '{"a": "<b>"}')}`,
  );
  expect(blocks).toMatchObject([
    { html: expect.stringMatching(/href="#\/lessons\/errors\?at=retry".*<pre><code.*&lt;b&gt;/s) },
  ]);
});

test.each([
  ['a cell that does not say what it prints', `${fence('ts cell', '1')}Text.`, 'has no prints'],
  ['a cell at the end', fence('ts cell', '1'), 'has no prints'],
  ['an output without a cell', fence('prints', '1'), 'stands behind no cell'],
  ['an exercise without a name', fence('ts exercise', '1'), 'exercise which?'],
  ['a kind of fence that is none', fence('ts cel', '1'), '"ts cel" is not understood'],
  ['HTML', 'A <b>word</b>.', 'HTML is not understood'],
  ['an image', '![x](y.png)', 'no images'],
  ['a script', '[x](javascript:alert(1))', 'neither'],
])('%s is refused, with the file', (_, body, told) => {
  expect(() => parse(body)).toThrow(told);
  expect(() => parse(body)).toThrow('07-a-slug.md: ');
});

test.each([
  ['no front matter', 'Text.'],
  ['no minutes', '---\ntitle: A\nsummary: B\n---\n'],
  ['something unknown', '---\ntitle: A\nsummary: B\nminutes: 3\nauthor: C\n---\n'],
  ['a title twice', '---\ntitle: A\ntitle: A\nsummary: B\nminutes: 3\n---\n'],
])('a lesson with %s is refused', (_, text) => {
  expect(() => parseLesson('01-x.md', text)).toThrow('01-x.md: ');
});
