import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsNumber, nearestNumber } from './fit-number.js';
import type { NumberRules } from './shape.js';

const free: NumberRules = {
  integer: false,
  minimum: Number.NEGATIVE_INFINITY,
  maximum: Number.POSITIVE_INFINITY,
  exclusiveMinimum: Number.NEGATIVE_INFINITY,
  exclusiveMaximum: Number.POSITIVE_INFINITY,
  multipleOf: undefined,
};

describe('the number nearest to the wanted one', () => {
  it.each<[Partial<NumberRules>, number, number | undefined]>([
    [{}, 7.5, 7.5],
    [{ integer: true }, 7.4, 7],
    [{ minimum: 10, maximum: 20 }, 7, 10],
    [{ minimum: 10, maximum: 20 }, 99, 20],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, 5, 0.5],
    [{ integer: true, exclusiveMinimum: 4, exclusiveMaximum: 6 }, 9, 5],
    [{ integer: true, exclusiveMinimum: 4, exclusiveMaximum: 5 }, 9, undefined],
    // 0.3 / 0.1 is 2.9999999999999996 to every validator.
    [{ multipleOf: 0.1 }, 0.33, 0.4],
    [{ multipleOf: 7, minimum: 15 }, 0, 21],
    [{ minimum: 3, maximum: 2 }, 0, undefined],
  ])('under %j, for %d, is %d', (rules, wanted, nearest) => {
    expect(nearestNumber({ ...free, ...rules }, wanted)).toBe(nearest);
  });

  it('keeps the rules wherever one is found, and is never minus zero', () => {
    const rules = fc.record({
      integer: fc.boolean(),
      minimum: fc.integer({ min: -500, max: 500 }),
      maximum: fc.integer({ min: -500, max: 500 }),
      multipleOf: fc.option(fc.constantFrom(0.1, 0.5, 3, 10, 0.01), { nil: undefined }),
    });
    fc.assert(
      fc.property(rules, fc.double({ noNaN: true }), (own, wanted) => {
        const all = { ...free, ...own };
        const nearest = nearestNumber(all, wanted);
        if (nearest !== undefined) expect(fitsNumber(all, nearest)).toBe(true);
        expect(Object.is(nearest, -0)).toBe(false);
      }),
    );
  });
});
