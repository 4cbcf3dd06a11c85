// Written by scripts/prices/generate.ts.
import type { DatedPrice } from './catalogue.js';

/** The prices of the crash course's two models, so that the root import carries no whole price list. */
export const coursePrices: Readonly<Record<'gpt-4o-mini' | 'gpt-4o', Pick<DatedPrice, 'bands'>>> = {
  'gpt-4o-mini': {
    bands: [
      {
        rates: {
          'input.text.fresh': 150000n,
          'input.text.cached': 75000n,
          'input.text.cacheWrite': 150000n,
          'output.text': 600000n,
        },
      },
    ],
  },
  'gpt-4o': {
    bands: [
      {
        rates: {
          'input.text.fresh': 2500000n,
          'input.text.cached': 1250000n,
          'input.text.cacheWrite': 2500000n,
          'output.text': 10000000n,
        },
      },
    ],
  },
};
