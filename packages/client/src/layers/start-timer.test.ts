import { virtualClock } from '@farebox/core/testing';
import { expect, it } from 'vitest';
import { startTimer } from './start-timer.js';

it('what is left of a millisecond is waited for as a whole one, so that looking again comes to an end', async () => {
  const clock = virtualClock();
  await clock.advance(37_219_663.304);
  const setMs = clock.monotonicMs();
  let ranMs: number | undefined;
  // As a difference of two times leaves it: added to the time, it is lost.
  startTimer(clock, 1e-10, () => {
    ranMs = clock.monotonicMs();
  });
  await clock.advance(1);
  expect(ranMs).toBe(setMs + 1);
});

it('Infinity sets no timer', () => {
  const clock = virtualClock();
  startTimer(clock, Number.POSITIVE_INFINITY, () => {});
  expect(clock.pending).toBe(0);
});
