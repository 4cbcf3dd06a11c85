import type { Picodollars } from '@farebox/core';
import type { Draft } from './drafts.js';
import { columnName } from './setup/column-name.js';

/** What a click on Run will set aside for all runs together, or why one of them would not leave. */
export type Announcement =
  | { readonly reserves: Picodollars; readonly refusal?: undefined }
  | { readonly reserves?: undefined; readonly refusal: string };

/** Undefined while there are no drafts. */
export function announcementOf(drafts: readonly Draft[]): Announcement | undefined {
  if (drafts.length === 0) return undefined;
  let sum = 0n;
  for (const [index, { reserves, unbounded, error }] of drafts.entries()) {
    if (reserves === undefined) {
      const run = drafts.length === 1 ? '' : `Run ${columnName(index)}: `;
      return { refusal: `${run}${unbounded ?? error?.message ?? 'it cannot be sent.'}` };
    }
    sum += reserves;
  }
  return { reserves: sum };
}
