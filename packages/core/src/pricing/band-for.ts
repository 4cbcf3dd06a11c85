import type { Band } from './catalogue.js';

/**
 * The band that a prompt of this size is in; undefined only where there are no bands.
 *
 * @example
 * const bands = [{ rates: short }, { above: 272_000, rates: long }];
 * bandFor(bands, 272_000)?.rates; // => short
 * bandFor(bands, 272_001)?.rates; // => long
 */
export function bandFor(bands: readonly Band[], promptTokens: number): Band | undefined {
  return bands.findLast(
    ({ above = -1, atLeast = 0 }) => promptTokens > above && promptTokens >= atLeast,
  );
}
