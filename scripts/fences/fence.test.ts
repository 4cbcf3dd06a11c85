import { expect, test } from 'vitest';
import { fencesOf } from './fence.ts';

test('a fence carries its code, and the line where a reader finds it', () => {
  const markdown = '# Title\n\n```ts\nconst a = 1;\na;\n```\n';
  expect(fencesOf('README.md', markdown)).toEqual([
    { path: 'README.md', line: 4, code: 'const a = 1;\na;', runs: true },
  ]);
});

test('an example that needs a key is kept, but does not run', () => {
  const markdown = '```ts no-run (needs a key)\n1;\n```\n```ts no-run\n2;\n```';
  expect(fencesOf('README.md', markdown).map(({ runs }) => runs)).toEqual([false, false]);
});

test('a cell and an exercise of a lesson are kept, but do not run here', () => {
  const markdown = '```ts cell Ask a question\n1;\n```\n```ts exercise backoffDelays\n2;\n```';
  expect(fencesOf('01-a.md', markdown).map(({ runs }) => runs)).toEqual([false, false]);
});

test('only ts is TypeScript to run; a shell fence and a fence without a language are text', () => {
  expect(fencesOf('README.md', '```sh\nnpm start\n```\n\n```\nts\n```\n')).toEqual([]);
});

test('a fence inside a longer fence is part of it', () => {
  expect(fencesOf('README.md', '````md\n```ts\n1;\n```\n````\n')).toEqual([]);
});

test('the indent of a fence in a list is not part of its code', () => {
  expect(fencesOf('README.md', '- a\n  ```ts\n  1;\n    2;\n  ```\n')[0]?.code).toBe('1;\n  2;');
});

test('a mark that nobody knows is refused with its line', () => {
  expect(() => fencesOf('README.md', 'x\n```ts norun\n```')).toThrow('README.md:2  "ts norun"');
});

test('a fence that is never closed is refused with its line', () => {
  expect(() => fencesOf('README.md', '```ts\n1;')).toThrow('README.md:1  this fence is never');
});
