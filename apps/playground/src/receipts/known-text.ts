import type { Cost } from '@farebox/cost';

/** How a cost is known, in a word or two. */
export const knownText: Readonly<Record<Cost['known'], string>> = {
  reported: 'exact',
  estimated: 'assumed',
  bounded: 'the most',
  unknown: 'unknown',
};
