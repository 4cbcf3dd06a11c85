import { expect, test } from 'vitest';
import { pageOf } from './pages.js';

test.each([
  ['', 'Contents'],
  ['lessons', 'Contents'],
  ['workbench', 'Workbench'],
  ['faults', 'Faults'],
])('the route %j is the page %s', (page, title) => {
  expect(pageOf({ page }).title).toBe(title);
});

test.each([{ page: 'no-such-page' }, { page: 'constructor' }, { page: 'workbench', item: 'x' }])(
  'nothing is at %j, and the page says so',
  (route) => {
    expect(pageOf(route).title).toBe('Not found');
  },
);
