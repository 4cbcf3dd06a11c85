import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucket } from './bucket.js';

const alone = { amount: 0, isLatest: true };

describe('a bucket', () => {
  it('is full at the start, and waits exactly for what is missing', () => {
    const requests = bucket(60);
    for (let call = 0; call < 60; call++) {
      expect(requests.waitMs(1, 0)).toBe(0);
      requests.take(1, 0);
    }
    expect(requests.waitMs(1, 0)).toBe(1000);
    expect(requests.waitMs(1, 999)).toBe(1);
    expect(requests.waitMs(1, 1000)).toBe(0);
    expect(requests.waitMs(2, 1000)).toBe(1000);
  });

  it('whoever waits as long as told never takes more than the capacity and the refill', () => {
    const calls = fc.array(
      fc.record({ amount: fc.integer({ min: 1, max: 50 }), laterMs: fc.nat(500) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 1000 }), calls, (perMinute, script) => {
        const tokens = bucket(perMinute);
        let nowMs = 0;
        let taken = 0;
        for (const { amount, laterMs } of script) {
          nowMs += laterMs;
          nowMs += tokens.waitMs(amount, nowMs);
          expect(tokens.waitMs(amount, nowMs)).toBe(0);
          tokens.take(amount, nowMs);
          taken += amount;
          expect(taken).toBeLessThanOrEqual(perMinute + (perMinute * nowMs) / 60_000 + 1e-3);
        }
      }),
    );
  });

  it('never holds more than its capacity, whatever is given back', () => {
    const tokens = bucket(100);
    tokens.giveBack(1000, 0);
    tokens.take(100, 0);
    expect(tokens.waitMs(1, 0)).toBeGreaterThan(0);
  });
});

describe('a bucket that follows the provider', () => {
  it('a lower limit lowers it, a higher one leaves the ceiling', () => {
    const requests = bucket(60, 60);
    requests.correct({ limit: 600, remaining: undefined, resetMs: undefined }, undefined, alone, 0);
    expect(requests.capacity).toBe(60);
    requests.correct({ limit: 6, remaining: undefined, resetMs: undefined }, undefined, alone, 0);
    expect(requests.capacity).toBe(6);
    for (let call = 0; call < 6; call++) requests.take(1, 0);
    expect(requests.waitMs(1, 0)).toBe(10_000);
  });

  it('what another process took is missed once, however many replies tell of it', () => {
    const requests = bucket(60);
    const marks = [requests.take(1, 0), requests.take(1, 0), requests.take(1, 0)];
    marks.forEach((mark, index) => {
      const facts = { limit: 60, remaining: 39 - index, resetMs: undefined };
      requests.correct(facts, mark, { amount: 2 - index, isLatest: index === 2 }, 0);
    });
    expect(requests.waitMs(37, 0)).toBe(0);
    expect(requests.waitMs(38, 0)).toBe(1000);
  });

  it('what refilled while the reply was on its way is not lost', () => {
    const tokens = bucket(60_000);
    const mark = tokens.take(60_000, 0);
    tokens.correct({ limit: 60_000, remaining: 0, resetMs: undefined }, mark, alone, 500);
    expect(tokens.waitMs(500, 500)).toBe(0);
  });

  it('more remains than was thought only when nothing is unanswered', () => {
    const facts = { limit: 100, remaining: 90, resetMs: undefined };
    const tokens = bucket(100);
    const mark = tokens.take(50, 0);
    tokens.correct(facts, mark, { amount: 10, isLatest: false }, 0);
    expect(tokens.waitMs(51, 0)).toBeGreaterThan(0);
    tokens.correct(facts, mark, alone, 0);
    expect(tokens.waitMs(90, 0)).toBe(0);
  });

  it('a limit by the day under a name by the minute is told by its reset', () => {
    const requests = bucket(14_400);
    const mark = requests.take(1, 0);
    const facts = { limit: 14_400, remaining: 0, resetMs: 86_400_000 };
    requests.correct(facts, mark, alone, 0);
    expect(requests.waitMs(1, 0)).toBeCloseTo(6000, -1);
  });

  it('a reset of a millisecond is rounding, and no rate', () => {
    const tokens = bucket(150_000_000);
    const mark = tokens.take(150_000_000, 0);
    tokens.correct({ limit: 150_000_000, remaining: 149_999_000, resetMs: 1 }, mark, alone, 0);
    tokens.take(149_999_000, 0);
    expect(tokens.waitMs(25_000, 0)).toBe(10);
  });

  it('its debt is at most what is unanswered', () => {
    const requests = bucket(100);
    const marks = Array.from({ length: 50 }, () => requests.take(1, 0));
    const facts = { limit: 10, remaining: 0, resetMs: undefined };
    requests.correct(facts, marks[9], { amount: 3, isLatest: false }, 0);
    expect(requests.waitMs(1, 0)).toBe(24_000);
  });
});
