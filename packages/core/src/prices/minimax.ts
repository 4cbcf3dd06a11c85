// Written by scripts/prices/generate.ts.
import data from '../../prices/minimax.json' with { type: 'json' };
import type { Catalogue } from '../pricing/catalogue.js';
import { loadCatalogue } from '../pricing/load-catalogue.js';

/**
 * Prices of MiniMax, each entry with its dates and its source.
 *
 * They are of the day they were checked: a changed price comes with a new release, as a dated entry.
 */
export const minimaxPrices: Catalogue = loadCatalogue(data);
