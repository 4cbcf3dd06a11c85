import { expect, test } from 'vitest';
import { compileCell } from './compile.js';

/** Runs what was compiled the way a cell does, without its walls. */
async function run(source: string, modules: Record<string, unknown> = {}) {
  const compiled = compileCell(source);
  if ('failure' in compiled) throw new Error(compiled.failure.message);
  const url = `data:text/javascript,${encodeURIComponent(compiled.code)}`;
  const { default: start } = await import(/* @vite-ignore */ url);
  const results: unknown[] = [];
  await start(
    (name: string) => modules[name],
    {},
    (value: unknown) => results.push(value),
  );
  return results;
}

test('the last expression is the result, with or without a semicolon and comments after it', async () => {
  expect(await run('const a: number = 20;\na * 2 + 2')).toEqual([42]);
  expect(await run('40 + 2; // the answer\n/* really */')).toEqual([42]);
  expect(await run('40 + 2 // the answer')).toEqual([42]);
});

test('a last statement that is no expression has no result', async () => {
  expect(await run('const a = 42;')).toEqual([]);
  expect(await run('')).toEqual([]);
});

test('await works at the top, types vanish, and imports are looked up', async () => {
  const source = "import { ask, type Answer } from 'm';\nconst a: Answer = await ask<string>();\na";
  expect(await run(source, { m: { ask: async () => 'yes' } })).toEqual(['yes']);
});

test('a mistake is told with its line, in words', () => {
  expect(compileCell('const a = 1;\nconst b = ;')).toEqual({
    failure: { name: 'SyntaxError', message: 'Unexpected token', line: 2 },
  });
});

test('a line of the cell is the same line of what runs', () => {
  const compiled = compileCell(
    'import { a } from "m";\n\ninterface B {\n  c: string;\n}\nfind(a);',
  );
  if ('failure' in compiled) throw new Error('It did not compile.');
  expect(compiled.code.split('\n').findIndex((line) => line.includes('find('))).toBe(5);
});
