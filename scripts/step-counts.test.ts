import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stepCounts } from './step-counts.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-total-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const leave = (name: string, text: string) => writeFileSync(join(folder, name), text);

test("a step's last line is its count", () => {
  leave('check.log', '✓ types\n\n7 passed, 1 failed, 2 skipped\n');
  leave('check.exit', '1\n');
  expect(stepCounts(folder, 'check')).toEqual({ passed: 7, failed: 1, skipped: 2 });
});

test('a step that broke off before its last line is one failure', () => {
  leave('check.log', '✓ types\nSegmentation fault');
  leave('check.exit', '0\n');
  expect(stepCounts(folder, 'check')).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a step that left nothing at all is one failure', () => {
  expect(stepCounts(folder, 'test').failed).toBe(1);
});

test('a step that counts no failure and still exits with one has failed', () => {
  leave('check.log', '8 passed, 0 failed\n');
  leave('check.exit', '1\n');
  expect(stepCounts(folder, 'check')).toEqual({ passed: 8, failed: 1, skipped: 0 });
});

test('the last line of all is the sum, and the exit code says whether anything failed', () => {
  const report = {
    success: true,
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  };
  leave('test.json', JSON.stringify(report));
  leave('test.exit', '0\n');
  leave('check.log', '8 passed, 0 failed\n');
  leave('check.exit', '0\n');
  const script = join(import.meta.dirname, 'ci-total.mjs');
  const output = execFileSync(process.execPath, [script, folder, 'test', 'check'], {
    encoding: 'utf8',
  });
  expect(output.trimEnd().split('\n')).toEqual([
    '',
    'test: 5 passed, 0 failed',
    'check: 8 passed, 0 failed',
    '13 passed, 0 failed',
  ]);
  const failing = spawnSync(process.execPath, [script, folder, 'test', 'proofs']);
  expect(failing.status).toBe(1);
});

test('what failed is told again before the counts, so that the end of a long log is enough', () => {
  const failed = {
    name: '/elsewhere/sum.test.ts',
    status: 'failed',
    assertionResults: [{ status: 'failed', fullName: 'adds up', failureMessages: ['1 is not 2'] }],
  };
  const counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  leave('test.json', JSON.stringify({ success: false, ...counts, testResults: [failed] }));
  leave('check.log', '✓ build  1 s\n✗ types  3 s\n    wrong\n\n1 passed, 1 failed\n');
  const script = join(import.meta.dirname, 'ci-total.mjs');
  const { stdout } = spawnSync(process.execPath, [script, folder, 'test', 'check'], {
    encoding: 'utf8',
  });
  expect(stdout.trim().split('\n').slice(0, 2)).toEqual([
    '✗ /elsewhere/sum.test.ts > adds up: 1 is not 2',
    '✗ types  3 s',
  ]);
});
