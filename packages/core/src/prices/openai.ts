import data from '../../prices/openai.json' with { type: 'json' };
import type { Catalogue } from '../pricing/catalogue.js';
import { loadCatalogue } from '../pricing/load-catalogue.js';

/**
 * OpenAI's prices for text, standard tier, each entry with its date and source.
 *
 * Data of the day it was checked: prices change, and then a new release brings a dated entry.
 */
export const openaiPrices: Catalogue = loadCatalogue(data);
