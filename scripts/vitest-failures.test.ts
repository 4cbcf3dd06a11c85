import { expect, test } from 'vitest';
import { vitestFailures } from './vitest-failures.mjs';

const passed = { status: 'passed', fullName: 'holds', failureMessages: [] };

test('a failed test is told with its file, its name and the first line of why', () => {
  const failed = {
    status: 'failed',
    fullName: 'money adds up',
    failureMessages: ['AssertionError: expected 1 to be 2\n    at sum.test.ts:3:1'],
  };
  const file = { name: '/root/src/sum.test.ts', status: 'failed' };
  const report = { testResults: [{ ...file, assertionResults: [passed, failed] }] };
  expect(vitestFailures(report, '/root')).toEqual([
    '✗ src/sum.test.ts > money adds up: AssertionError: expected 1 to be 2',
  ]);
});

test('a file that broke before its first test is told with what broke it', () => {
  const broken = { name: '/root/a.test.ts', status: 'failed', message: 'no such module\nat x' };
  const report = { testResults: [{ ...broken, assertionResults: [] }] };
  expect(vitestFailures(report, '/root')).toEqual(['✗ a.test.ts: no such module']);
});

test('where nothing failed there is nothing to tell', () => {
  const file = { name: '/root/a.test.ts', status: 'passed', assertionResults: [passed] };
  expect(vitestFailures({ testResults: [file] }, '/root')).toEqual([]);
});
