import { expect, test } from 'vitest';
import { pricedTier } from './service-tier.js';

test.each([
  [undefined, 'default'],
  [null, 'default'],
  ['auto', 'default'],
  ['default', 'default'],
  ['standard', 'default'],
  ['on_demand', 'default'],
  ['fast', 'priority'],
  ['priority', 'priority'],
  ['flex', 'flex'],
  ['scale', 'scale'],
  ['ultrafast', 'ultrafast'],
])('%j is priced as %s', (served, tier) => {
  expect(pricedTier(served)).toBe(tier);
});
