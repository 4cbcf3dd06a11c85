import { expect, test } from 'vitest';
import { openaiPrices } from '../prices/openai.js';
import { coursePrices } from './course-prices.js';
import { findPrice } from './find-price.js';

test.each(Object.entries(coursePrices))(
  'the course price of %s is the one of the price list',
  (model, { bands }) => {
    const at = Date.UTC(2026, 10, 24);
    expect(findPrice(openaiPrices, { model, at })).toMatchObject({ kind: 'price', bands });
  },
);
