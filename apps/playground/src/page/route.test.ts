import { expect, test } from 'vitest';
import { readRoute, readShared } from './route.js';

test.each([
  ['', { page: '' }],
  ['#', { page: '' }],
  ['#/', { page: '' }],
  ['#/workbench', { page: 'workbench' }],
  ['#/workbench/', { page: 'workbench' }],
  ['#/workbench?run=abc', { page: 'workbench' }],
  ['#/lessons/first-call', { page: 'lessons', item: 'first-call' }],
  ['#/lessons/first-call?a=1/2', { page: 'lessons', item: 'first-call' }],
])('the fragment %j is the route %j', (fragment, route) => {
  expect(readRoute(fragment)).toEqual(route);
});

test('what a link shares comes after the first question mark, whatever is in it', () => {
  expect(readShared('#/workbench?run=a%3Fb').get('run')).toBe('a?b');
  expect([...readShared('#/workbench')]).toEqual([]);
});
