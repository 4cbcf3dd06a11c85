import { expect, it, vi } from 'vitest';
import { systemClock } from './system-clock.js';

it('a delay longer than timers can hold does not fire at once', () => {
  vi.useFakeTimers();
  try {
    const task = vi.fn();
    const cancel = systemClock.after(2 ** 40, task);
    vi.advanceTimersByTime(2 ** 31 - 2);
    expect(task).not.toHaveBeenCalled();
    cancel();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

it('monotonic time never goes backwards, whatever the wall clock does', () => {
  const before = systemClock.monotonicMs();
  expect(systemClock.monotonicMs()).toBeGreaterThanOrEqual(before);
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
});
