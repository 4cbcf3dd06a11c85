import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dice } from '../../random/dice.js';
import { pick, probabilities } from './sampling.js';

const logits = fc.array(fc.double({ min: -150, max: 150, noNaN: true }), {
  minLength: 1,
  maxLength: 12,
});
const temperatures = fc.oneof(
  fc.double({ min: 0, max: 2, noNaN: true }),
  fc.constantFrom(0, 1e-9, 1e-300, 1),
);
const shares = fc.double({ min: 0, max: 1, noNaN: true });

it('probabilities sum to 1, and never fall where a logit rises', () => {
  fc.assert(
    fc.property(logits, temperatures, (some, temperature) => {
      const found = probabilities(some, { temperature, topP: 1 });
      expect(found.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 9);
      for (const [one, a] of some.entries()) {
        for (const [two, b] of some.entries()) {
          if (temperature > 0 && a > b) expect(found[one]).toBeGreaterThanOrEqual(found[two] ?? 1);
        }
      }
    }),
  );
});

it('temperature 0 and top_p 0 both take the highest, the first of equals', () => {
  expect(probabilities([1, 3, 3], { temperature: 0, topP: 1 })).toEqual([0, 1, 0]);
  expect(probabilities([1, 3, 3], { temperature: 1, topP: 0 })).toEqual([0, 1, 0]);
});

it('temperature 2 takes the square root of the odds, 0.5 their square', () => {
  const odds = (temperature: number) => {
    const [a = 0, b = 1] = probabilities([Math.log(4), 0], { temperature, topP: 1 });
    return a / b;
  };
  expect([odds(1), odds(2), odds(0.5)]).toEqual([4, 2, 16].map((x) => expect.closeTo(x, 9)));
});

it('top_p keeps the fewest tokens that reach it, in the proportions they had', () => {
  fc.assert(
    fc.property(logits, shares, (some, topP) => {
      const whole = probabilities(some, { temperature: 1, topP: 1 });
      const kept = probabilities(some, { temperature: 1, topP });
      const inside = whole.filter((_, index) => (kept[index] ?? 0) > 0);
      const outside = whole.filter((_, index) => kept[index] === 0);
      const mass = inside.reduce((sum, share) => sum + share, 0);
      expect(mass).toBeGreaterThanOrEqual(topP - 1e-9);
      if (inside.length > 1) expect(mass - Math.min(...inside)).toBeLessThan(topP + 1e-9);
      expect(Math.min(...inside)).toBeGreaterThanOrEqual(Math.max(0, ...outside));
      for (const [index, share] of kept.entries()) {
        if (share > 0) expect(share).toBeCloseTo((whole[index] ?? 0) / mass, 9);
      }
    }),
  );
});

it('temperature comes before top_p: heat lets more tokens in', () => {
  const some = [Math.log(0.7), Math.log(0.2), Math.log(0.1)];
  const kept = (temperature: number) =>
    probabilities(some, { temperature, topP: 0.69 }).filter((share) => share > 0);
  expect([kept(1), kept(2)].map(({ length }) => length)).toEqual([1, 2]);
});

it('a certain token takes nothing from the dice', () => {
  const never = () => expect.fail('thrown');
  expect(pick(probabilities([-3], { temperature: 1, topP: 1 }), never)).toBe(0);
  expect(pick(probabilities([-3, 4], { temperature: 0, topP: 1 }), never)).toBe(1);
  expect(pick(probabilities([0, 100], { temperature: 1, topP: 1 }), never)).toBe(1);
});

it('shares that add up to just below 1 leave the last possible token for the highest throw', () => {
  expect(pick([0.5, 0.4999999, 0], () => 0.99999999)).toBe(1);
});

it('10,000 seeded draws follow the probabilities within 2 per cent', () => {
  const shares = probabilities([0.1, -0.4, -1.2, -2], { temperature: 1, topP: 1 });
  const random = dice('frequencies');
  const seen = [0, 0, 0, 0];
  for (let run = 0; run < 10_000; run++) {
    const index = pick(shares, random);
    seen[index] = (seen[index] ?? 0) + 1;
  }
  shares.forEach((share, index) => {
    expect(Math.abs((seen[index] ?? 0) / 10_000 - share)).toBeLessThan(0.02);
  });
});
