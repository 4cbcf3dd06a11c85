import { ChatError } from '../errors/chat-error.js';
import { exponential } from './exponential.js';

/**
 * The waits of exponential backoff without jitter: `base ** i` for each retry, from 0.
 *
 * The unit is yours (the crash course uses seconds). For real calls take the retry layer, which adds
 * jitter and a cap and listens to what the server says.
 *
 * @throws {ChatError} `configuration` for a `maxRetries` that is no whole number from 0 to 1000, a
 * `base` below 1, or a wait too large for a number.
 * @example
 * backoffDelays(4); // => [1, 2, 4, 8]
 * backoffDelays(3, 10); // => [1, 10, 100]
 */
export function backoffDelays(maxRetries: number, base = 2): number[] {
  if (!(Number.isSafeInteger(maxRetries) && maxRetries >= 0 && maxRetries <= 1000)) {
    throw wrongArgument(`maxRetries must be a whole number from 0 to 1000, and is ${maxRetries}.`);
  }
  if (!(Number.isFinite(base) && base >= 1)) {
    throw wrongArgument(`base must be 1 or more, and is ${base}.`);
  }
  if (!Number.isFinite(base ** (maxRetries - 1))) {
    throw wrongArgument(`maxRetries ${maxRetries} with base ${base} is too large; lower one.`);
  }
  const backoff = exponential({ firstMs: 1, factor: base });
  // Plain exponential backoff draws nothing: the dice are not used.
  return Array.from({ length: maxRetries }, (_, retry) => backoff(retry + 1, () => 0));
}

function wrongArgument(message: string): ChatError {
  return new ChatError({ kind: 'configuration', message });
}
