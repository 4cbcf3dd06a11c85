import { expect, test } from 'vitest';
import { objectLines } from './object-lines.js';

test('the lines of an object are its JSON', () => {
  const value = { a: [{ b: 'x' }, null], c: { d: 1.5 } };
  const text = objectLines(value)
    .map(({ depth, key, text }) => '  '.repeat(depth) + key + text)
    .join('\n');
  expect(text).toBe(JSON.stringify(value, undefined, 2));
});

test('each line has the path that leads to it', () => {
  const paths = objectLines({ a: [{ b: 1 }] }).map(({ path }) => path);
  expect(paths).toEqual(['', 'a', 'a[0]', 'a[0].b', undefined, undefined, undefined]);
});
