import { expect, it } from 'vitest';
import { listedModels } from '../books/rates.js';
import { cachesAtBreakpoints } from './caches-at-breakpoints.js';

it('the models that cache at breakpoints are those whose price list has a rate for writing', () => {
  const at = Date.UTC(2026, 10, 24);
  const names = (isOne: (model: (typeof listedModels)[number]) => boolean) =>
    listedModels.filter(isOne).map(({ id }) => id);
  const billed = names(({ tariffOf }) => tariffOf({ at }).rates.cacheWrite !== undefined);
  expect(billed.length).toBeGreaterThan(5);
  expect(names(({ id }) => cachesAtBreakpoints(id))).toEqual(billed);
});
