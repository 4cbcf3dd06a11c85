import type { TotalCost } from '@farebox/cost';
import { shownUsd } from './shown-usd.js';

/**
 * A cost and how it is known, in a few words: `about` for an assumed price, `up to` for a bound, `unknown`
 * where nothing bounds it.
 */
export function shownCost({ known, amount }: TotalCost): string {
  switch (known) {
    case 'reported':
      return shownUsd(amount);
    case 'estimated':
      return `about ${shownUsd(amount)}`;
    case 'bounded':
      return `up to ${shownUsd(amount, 'up')}`;
    case 'unknown':
      return 'unknown';
  }
}
