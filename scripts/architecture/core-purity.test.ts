import { expect, test } from 'vitest';
import { corePurity } from './core-purity.ts';
import { parseSourceFile } from './source-file.ts';

const messagesFor = (text: string, path = 'packages/core/src/x.ts') =>
  corePurity([parseSourceFile(path, text)]).map(({ line, message }) => `${line} ${message}`);

test.each([
  ["import { readFileSync } from 'node:fs';", 'imports "node:fs"'],
  ["export { z } from 'zod';", 'imports "zod"'],
  ["const load = () => import('zod');", 'imports "zod"'],
  ["type Z = import('zod').ZodType;", 'imports "zod"'],
  ['Date.now();', 'uses `Date.now`'],
  ["Date['now']();", 'uses `Date.now`'],
  ['new Date();', 'uses `Date without a date`'],
  ['const { now } = Date;', 'uses `Date without a date`'],
  ['Math.random();', 'uses `Math.random`'],
  ['const { random } = Math;', 'uses `Math as a value`'],
  ['AbortSignal.timeout(5);', 'uses `AbortSignal.timeout`'],
  ['setTimeout(() => {}, 1);', 'uses `setTimeout`'],
  ['const send = fetch;', 'uses `fetch`'],
  ['const options = { fetch };', 'uses `fetch`'],
  ['(globalThis as { fetch: unknown }).fetch;', 'uses `globalThis`'],
  ['console.log(1);', 'uses `console`'],
  ['export const key = () => process.env.KEY;', 'uses `process`'],
])('%s in core is refused with its reason', (text, beginning) => {
  expect(messagesFor(text)).toEqual([expect.stringContaining(beginning)]);
  expect(messagesFor(text)[0]).toMatch(/, but .{20}/);
});

test.each([
  'new Date(0).getTime();',
  'Date.UTC(2026, 0, 1);',
  'const isDate = (value: unknown) => value instanceof Date;',
  'Math.floor(1.5);',
  'const f = (options: { fetch: typeof fetch }) => options.fetch;',
  "import type { A } from './a.js';",
  '/** Calls `Date.now()`, says this comment. */ export const a = 1;',
])('%s in core is fine', (text) => {
  expect(messagesFor(text)).toEqual([]);
});

test('a test of core may use what its sources may not', () => {
  expect(messagesFor('Date.now();', 'packages/core/src/x.test.ts')).toEqual([]);
});

test('the line of the offence is the line in the file', () => {
  expect(messagesFor('const a = 1;\n\nMath.random();')[0]).toMatch(/^3 /);
});
