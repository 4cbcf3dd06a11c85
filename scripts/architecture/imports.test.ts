import { expect, test } from 'vitest';
import { importsOf, packageOf } from './imports.ts';
import { parseSourceFile } from './source-file.ts';

const sitesOf = (text: string) => importsOf(parseSourceFile('a.ts', text));

test.each([
  "import { a } from 'x';",
  "import a from 'x';",
  "import 'x';",
  "import {} from 'x';",
  "import { type A } from 'x';",
  "export { type A } from 'x';",
  "export { a } from 'x';",
  "export * from 'x';",
  "const a = await import('x');",
])('%s is found and loads code', (text) => {
  expect(sitesOf(text)).toEqual([{ specifier: 'x', line: 1, typeOnly: false }]);
});

test.each([
  "import type { A } from 'x';",
  "export type { A } from 'x';",
  "type A = import('x').A;",
])('%s is found and is gone after compilation', (text) => {
  expect(sitesOf(text)).toEqual([{ specifier: 'x', line: 1, typeOnly: true }]);
});

test('a binding that is imported and exported again is one import', () => {
  expect(sitesOf("import { a } from 'x';\nexport { a };")).toHaveLength(1);
});

test('a subpath belongs to its package, with a scope or without', () => {
  expect(packageOf('zod/mini')).toBe('zod');
  expect(packageOf('@farebox/core/testing')).toBe('@farebox/core');
  expect(packageOf('../zod')).toBeUndefined();
});
