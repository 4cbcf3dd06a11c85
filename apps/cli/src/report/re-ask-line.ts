import type { ChatError } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';

/**
 * Why the model is asked again: what does not fit, without any text of the answer.
 *
 * @example
 * // farebox: The answer does not fit the schema: age (expected number); asking again
 */
export function reAskLine({ message }: ChatError): string {
  return `farebox: ${oneLine(message).replace(/\.$/, '')}; asking again`;
}
