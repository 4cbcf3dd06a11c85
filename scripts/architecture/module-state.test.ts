import { expect, test } from 'vitest';
import { moduleState } from './module-state.ts';
import { parseSourceFile } from './source-file.ts';

const linesFor = (text: string) =>
  moduleState([parseSourceFile('packages/core/src/x.ts', text)]).map(({ line }) => line);

test.each([
  'let count = 0;',
  'export let count = 0;',
  'var count = 0;',
  'const seen = new Map<string, number>();',
  'export const queue: string[] = [];',
])('%s at module level is state', (text) => {
  expect(linesFor(text)).toEqual([1]);
});

test.each([
  "const table = new Map([['a', 1]]);",
  'const kinds = { a: 1 };',
  'export function count() { let n = 0; return () => ++n; }',
])('%s is not', (text) => {
  expect(linesFor(text)).toEqual([]);
});
