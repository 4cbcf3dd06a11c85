import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dice } from '../random/dice.js';
import { choose, distribution } from './choose.js';

const counts = fc.integer({ min: 1, max: 12 });
const temperatures = fc.double({ min: 0, max: 2, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

it('probabilities sum to 1 and never rise with rank', () => {
  fc.assert(
    fc.property(counts, temperatures, shares, (count, temperature, topP) => {
      const probabilities = distribution(count, { temperature, topP });
      const sum = probabilities.reduce((total, probability) => total + probability, 0);
      expect(sum).toBeCloseTo(1, 9);
      expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    }),
  );
});

it('temperature 0 and top_p 0 both take the first alternative', () => {
  expect(distribution(3, { temperature: 0, topP: 1 })).toEqual([1, 0, 0]);
  expect(distribution(3, { temperature: 1, topP: 0 })).toEqual([1, 0, 0]);
});

it('top_p keeps the fewest alternatives that reach it', () => {
  const [first = 0, second = 0] = distribution(4, { temperature: 1, topP: 1 });
  expect(
    distribution(4, { temperature: 1, topP: first + second }).filter((p) => p > 0),
  ).toHaveLength(2);
  expect(distribution(4, { temperature: 1, topP: first + second + 0.01 })[2]).toBeGreaterThan(0);
});

it('a higher temperature is flatter', () => {
  const [cold = 0] = distribution(4, { temperature: 0.3, topP: 1 });
  const [warm = 0] = distribution(4, { temperature: 1.5, topP: 1 });
  expect(cold).toBeGreaterThan(warm);
});

it('10,000 seeded choices follow the distribution within 2 per cent', () => {
  const sampling = { temperature: 1, topP: 1 };
  const random = dice('frequencies');
  const seen = [0, 0, 0, 0];
  for (let run = 0; run < 10_000; run++) {
    const index = choose(4, sampling, random);
    seen[index] = (seen[index] ?? 0) + 1;
  }
  distribution(4, sampling).forEach((probability, index) => {
    expect(Math.abs((seen[index] ?? 0) / 10_000 - probability)).toBeLessThan(0.02);
  });
});
