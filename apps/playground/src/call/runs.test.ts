import { expect, test } from 'vitest';
import { nextRuns, noRuns } from './runs.js';

test('an event changes its own column’s call, and no other', () => {
  const one = nextRuns(noRuns, { type: 'call', key: 1, event: { type: 'asked' } });
  const two = nextRuns(one, { type: 'call', key: 2, event: { type: 'asked' } });
  expect(two.get(1)).toBe(one.get(1));
  expect([...two.keys()]).toEqual([1, 2]);
  expect(nextRuns(two, { type: 'cleared' })).toBe(noRuns);
});

test('what a column that is gone was answered is forgotten with it', () => {
  const asked = { type: 'asked' } as const;
  const one = nextRuns(noRuns, { type: 'call', key: 1, event: asked });
  const two = nextRuns(one, { type: 'call', key: 2, event: asked });
  const left = nextRuns(two, { type: 'kept', keys: new Set([2, 3]) });
  expect([...left]).toEqual([[2, two.get(2)]]);
});
