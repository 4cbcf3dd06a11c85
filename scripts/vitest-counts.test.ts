import { expect, test } from 'vitest';
import { closingLine, vitestCounts } from './vitest-counts.mjs';

const report = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};

test('passed, failed and skipped tests are counted as they are, a todo as skipped', () => {
  const counts = vitestCounts({ ...report, numPendingTests: 1, numTodoTests: 1 });
  expect(counts).toEqual({ passed: 3, failed: 0, skipped: 2 });
});

test('a file that breaks before its first test is one failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  const counts = vitestCounts({ ...report, success: false, testResults: [broken, broken] });
  expect(counts.failed).toBe(2);
});

test('a file whose tests failed is not counted a second time', () => {
  const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  const counts = vitestCounts({
    ...report,
    success: false,
    numFailedTests: 1,
    testResults: [failed],
  });
  expect(counts.failed).toBe(1);
});

test('a run that failed without a failed test counts one failure', () => {
  expect(vitestCounts({ ...report, success: false }).failed).toBe(1);
});

test('the closing line names skipped tests only if there are any', () => {
  expect(closingLine({ passed: 2, failed: 1, skipped: 0 })).toBe('2 passed, 1 failed');
  expect(closingLine({ passed: 2, failed: 0, skipped: 3 })).toBe('2 passed, 0 failed, 3 skipped');
});
