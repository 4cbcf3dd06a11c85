import { expect, it } from 'vitest';
import { JsonBody } from './json-body.js';

it('comes out as one event, once, and only when it has ended', () => {
  const body = new JsonBody();
  body.feed('{"a"');
  expect(body.next()).toBe(false);
  body.feed(':1}');
  expect(body.next()).toBe(false);
  body.end();
  expect(body.next()).toBe(true);
  expect(body.data).toBe('{"a":1}');
  expect(body.next()).toBe(false);
});
