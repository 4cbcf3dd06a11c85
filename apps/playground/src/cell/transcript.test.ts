import { expect, test } from 'vitest';
import { matchesTranscript, transcriptOf } from './transcript.js';

test('a transcript is the lines and the result', () => {
  expect(
    transcriptOf({
      phase: 'done',
      lines: [
        { level: 'log', text: 'a' },
        { level: 'warn', text: 'b\nc' },
      ],
      result: { name: '', brackets: '{}', parts: [{ before: 'd: ', value: '1' }], more: 0 },
    }),
  ).toBe('a\nb\nc\n→ { d: 1 }');
});

test('a failure is told with its fix', () => {
  expect(
    transcriptOf({
      phase: 'failed',
      lines: [],
      failure: { name: 'BudgetExceededError', message: 'Too much.', fix: 'Raise it.', line: 3 },
    }),
  ).toBe('BudgetExceededError: Too much.\nFix: Raise it.');
});

test.each([
  ['a', 'a', true],
  ['a', 'ab', false],
  ['took … ms', 'took 12 ms', true],
  ['took … ms', 'took 12\n ms', false],
  ['a\n…\nd', 'a\nb\nc\nd', true],
  ['…', 'anything\nat all', true],
  ['1.5 (a)', '1x5 (a)', false],
  ['a', 'a  \n', true],
  ['a\nb', 'a', false],
])('%j says %j: %j', (expected, transcript, matches) => {
  expect(matchesTranscript(expected, transcript)).toBe(matches);
});
