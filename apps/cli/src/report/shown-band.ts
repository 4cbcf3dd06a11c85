import type { Band } from '@farebox/core';
import { shownCount } from './shown-count.js';

/** For which prompts a band's rates hold, in a few words. `next` is the band after it. */
export function shownBand(band: Band, next: Band | undefined): string {
  if (band.above !== undefined) return `above ${shownCount(band.above)}`;
  if (band.atLeast !== undefined) return `from ${shownCount(band.atLeast)}`;
  if (next?.above !== undefined) return `up to ${shownCount(next.above)}`;
  if (next?.atLeast !== undefined) return `below ${shownCount(next.atLeast)}`;
  return '$ per million';
}
