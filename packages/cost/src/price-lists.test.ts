import { expect, it } from 'vitest';
import { type PriceListName, priceLists } from './price-lists.js';

it.each(Object.keys(priceLists) as PriceListName[])('%s is the list of that name', async (name) => {
  const list = await priceLists[name]();
  expect(list.provider).toBe(name);
  expect(list.isFree === true || list.models.length > 0).toBe(true);
});
