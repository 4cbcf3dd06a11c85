import { expect, test } from 'vitest';
import { countDone, readProgress, withStep, writeProgress } from './progress.js';

const some = withStep(withStep(new Map(), 'first-call', 'Ask'), 'first-call', 'By hand');

test('what is written is read as it was', () => {
  expect(readProgress(writeProgress(some))).toEqual(some);
  expect(readProgress(writeProgress(new Map()))).toEqual(new Map());
});

test('a step counts once, and only while its lesson has it', () => {
  const again = withStep(some, 'first-call', 'Ask');
  expect(again).toEqual(some);
  expect(countDone(again, 'first-call', ['Ask', 'By hand', 'Another'])).toBe(2);
  expect(countDone(again, 'first-call', ['Another'])).toBe(0);
  expect(countDone(again, 'errors', ['Ask'])).toBe(0);
});

test.each([null, '', '{', 'null', '7', '"first-call"', '{"first-call":"Ask"}', '{"a":[1]}'])(
  '%j is no progress',
  (text) => {
    expect(readProgress(text)).toEqual(new Map());
  },
);
