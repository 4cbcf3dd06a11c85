import { readPrefix } from './read-prefix.js';
import type { WireEventBytes } from './wire-events.js';

/**
 * The number, from 1, of the event that the library ends the reply at with an error; undefined where it is none.
 *
 * A reply that merely ends early has no such event.
 */
export async function firstRefused(
  bytes: Uint8Array<ArrayBuffer>,
  events: readonly WireEventBytes[],
): Promise<number | undefined> {
  const isRefused = async (index: number) => {
    const { error } = await readPrefix(bytes, events[index]?.to ?? bytes.length);
    return error !== undefined && error.kind !== 'truncated';
  };
  let low = 0;
  let high = events.length - 1;
  if (high < 0 || !(await isRefused(high))) return undefined;
  // Once refused, a reply stays so: the first is found by halving.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (await isRefused(middle)) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}
