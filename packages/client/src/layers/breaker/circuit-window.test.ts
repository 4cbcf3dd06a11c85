import fc from 'fast-check';
import { expect, it } from 'vitest';
import { circuitWindow } from './circuit-window.js';

it('an outcome counts for nine tenths of the window, and never longer than all of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (atMs) => {
      const window = circuitWindow(1000);
      window.add(true, atMs);
      expect(window.counts(atMs + 900)).toEqual({ calls: 1, failures: 1 });
      expect(window.counts(atMs + 1000)).toEqual({ calls: 0, failures: 0 });
    }),
  );
});

it('counts successes and failures of all its parts', () => {
  const window = circuitWindow(1000);
  for (let nowMs = 0; nowMs < 1000; nowMs += 50) window.add(nowMs % 100 === 0, nowMs);
  expect(window.counts(999)).toEqual({ calls: 20, failures: 10 });
});

it('Infinity never forgets', () => {
  const window = circuitWindow(Number.POSITIVE_INFINITY);
  window.add(true, 0);
  expect(window.counts(1e15)).toEqual({ calls: 1, failures: 1 });
});
