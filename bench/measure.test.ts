import { describe, expect, it } from 'vitest';
import { measure, median, medianAgainst } from './measure.mjs';

describe('measure', () => {
  it('warms everything up, then runs all in every round, forwards and backwards in turn', async () => {
    const order: string[] = [];
    const run = (name: string) => async () => void order.push(name);
    const runs = { a: run('a'), b: run('b'), c: run('c') };
    const values = await measure(runs, 3, async (one) => {
      await one();
      return order.length;
    });
    expect(order.join('')).toBe('abc' + 'abc' + 'cba' + 'bca');
    expect(values).toEqual({ a: [4, 9, 12], b: [5, 8, 10], c: [6, 7, 11] });
  });
});

describe('median', () => {
  it('is the middle one, or between the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('against another is that of each round’s own comparison', () => {
    expect(medianAgainst([2, 90, 6], [1, 10, 2], (value, other) => value / other)).toBe(3);
  });
});
