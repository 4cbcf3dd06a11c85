// Written by scripts/prices/generate.ts.
import data from '../../prices/zai.json' with { type: 'json' };
import type { Catalogue } from '../pricing/catalogue.js';
import { loadCatalogue } from '../pricing/load-catalogue.js';

/**
 * Prices of Z.AI, each entry with its dates and its source.
 *
 * They are of the day they were checked: a changed price comes with a new release, as a dated entry.
 */
export const zaiPrices: Catalogue = loadCatalogue(data);
