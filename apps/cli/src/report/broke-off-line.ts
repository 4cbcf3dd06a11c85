import type { CallEvent } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';

/** The answer broke off and is made anew, or goes on. */
export type BrokeOff = Extract<CallEvent, { readonly type: 'restart' | 'continue' }>;

/**
 * What it means for the reader that an answer broke off and another attempt follows.
 *
 * @param wasShown whether the text so far was printed, and so is above this line.
 * @example
 * // farebox: the answer broke off: The stream ended before its finish; attempt 2 begins anew, discard the 120 characters above
 */
export function brokeOffLine(event: BrokeOff, wasShown: boolean): string {
  const reason = oneLine(event.error.message).replace(/\.$/, '');
  return `farebox: the answer broke off: ${reason}; attempt ${event.attempt} ${follows(event, wasShown)}`;
}

function follows(event: BrokeOff, wasShown: boolean): string {
  if (event.type === 'continue') return 'goes on with it';
  const { characters } = event.discard;
  if (!wasShown) return 'begins anew, and nothing of the first was printed';
  const count = `${characters} ${characters === 1 ? 'character' : 'characters'}`;
  return `begins anew, discard the ${count} above`;
}
