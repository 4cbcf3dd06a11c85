import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { linkSignal } from './linked-signal.js';

it('follows the parent, with its reason', () => {
  const parent = new AbortController();
  const link = linkSignal(parent.signal);
  parent.abort('why');
  expect(link.signal.aborted).toBe(true);
  expect(link.signal.reason).toBe('why');
});

it('a parent that is aborted already aborts it at once and gets no listener', () => {
  const parent = AbortSignal.abort('why');
  expect(linkSignal(parent).signal.reason).toBe('why');
  expect(getEventListeners(parent, 'abort')).toEqual([]);
});

it('aborted alone it leaves the parent be', () => {
  const parent = new AbortController();
  linkSignal(parent.signal).abort('mine');
  expect(parent.signal.aborted).toBe(false);
});

it('unlinked, nothing stays behind on the parent, and it is no longer followed', () => {
  const parent = new AbortController();
  const links = Array.from({ length: 100 }, () => linkSignal(parent.signal));
  expect(getEventListeners(parent.signal, 'abort')).toHaveLength(100);
  for (const link of links) link.unlink();
  expect(getEventListeners(parent.signal, 'abort')).toEqual([]);
  parent.abort();
  expect(links.some(({ signal }) => signal.aborted)).toBe(false);
});

it('works without a parent', () => {
  const link = linkSignal(undefined);
  link.unlink();
  link.abort('mine');
  expect(link.signal.reason).toBe('mine');
});
