import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whatFailed } from './what-failed.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-failed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const leave = (name: string, text: string) => writeFileSync(join(folder, name), text);

test('a report names the tests that failed', () => {
  const failed = {
    name: join(process.cwd(), 'sum.test.ts'),
    status: 'failed',
    assertionResults: [{ status: 'failed', fullName: 'adds up', failureMessages: ['1 is not 2'] }],
  };
  leave('test.json', JSON.stringify({ testResults: [failed] }));
  leave('test.log', 'a long log\n');
  expect(whatFailed(folder, 'test')).toEqual(['✗ sum.test.ts > adds up: 1 is not 2']);
});

test('without a report, the log names what failed', () => {
  leave('check.log', '✓ build  1 s\n✗ types  3 s\n    wrong\n\n1 passed, 1 failed\n');
  expect(whatFailed(folder, 'check')).toEqual(['✗ types  3 s']);
});

test('where nothing is named, the end of the log tells', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`);
  leave('test.json', JSON.stringify({ testResults: [] }));
  leave('test.log', `${lines.join('\n')}\nUnhandled Error\n`);
  const told = whatFailed(folder, 'test');
  expect(told).toHaveLength(80);
  expect(told.at(-1)).toBe('Unhandled Error');
});
