import { expect, test } from 'vitest';
import { exportsByName } from './exports-by-name.ts';
import { parseSourceFile } from './source-file.ts';

const countFor = (path: string, text: string) =>
  exportsByName([parseSourceFile(path, text)]).length;

test('export * is refused, with a name or without', () => {
  expect(countFor('a.ts', "export * from './b.js';")).toBe(1);
  expect(countFor('a.ts', "export * as b from './b.js';")).toBe(1);
});

test('a default export is refused in code and accepted in a config file', () => {
  expect(countFor('a.ts', 'export default 1;')).toBe(1);
  expect(countFor('tsup.config.ts', 'export default 1;')).toBe(0);
});

test('named exports are accepted', () => {
  expect(countFor('a.ts', "export { b } from './b.js'; export const a = 1;")).toBe(0);
});

test("a package's index is a list of exports and nothing else", () => {
  const index = 'packages/core/src/index.ts';
  expect(countFor(index, "export { a } from './a.js'; export type { B } from './b.js';")).toBe(0);
  expect(countFor(index, "import './a.js';")).toBe(1);
  expect(countFor(index, 'export const a = 1;')).toBe(1);
});
