import { expect, it } from 'vitest';
import { guard } from './guard.js';

it('a request without a Host, or with one that is no name, is misdirected', () => {
  for (const host of [undefined, '', ':80', 'a b', 'localhost@evil.example', 'x@localhost']) {
    expect([host, guard(host, undefined)?.status]).toEqual([host, 421]);
    expect([host, guard(host, undefined, true)?.status]).toEqual([host, 421]);
  }
});

it('a loopback Host without an Origin is let in: no browser sent it', () => {
  expect(guard('127.0.0.1:4010', undefined)).toBeUndefined();
});

it('an Origin must be loopback whatever the Host is', () => {
  expect(guard('localhost:4010', 'http://localhost:5173')).toBeUndefined();
  expect(guard('localhost:4010', 'https://evil.example')?.status).toBe(403);
});

it('a server that listens elsewhere knows any Host, and lets in its own pages and loopback ones', () => {
  expect(guard('desk.example:4010', undefined, true)).toBeUndefined();
  expect(guard('desk.example:4010', 'http://desk.example:5173', true)).toBeUndefined();
  expect(guard('desk.example:4010', 'http://localhost:5173', true)).toBeUndefined();
  expect(guard('desk.example:4010', 'https://evil.example', true)?.status).toBe(403);
  expect(guard('desk.example:4010', 'null', true)?.status).toBe(403);
});
