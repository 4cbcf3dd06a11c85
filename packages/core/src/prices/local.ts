import type { Catalogue } from '../pricing/catalogue.js';

/**
 * The price list of one's own servers (Ollama, LM Studio, vLLM): every model costs nothing.
 *
 * That is a price, and not a missing one: budgets hold with it, and receipts say $0. It is not among `allPrices`,
 * where it would have a price for any name.
 */
export const localPrices: Catalogue = { provider: 'local', models: [], isFree: true };
