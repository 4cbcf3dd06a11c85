import type { ChatError } from '@farebox/core';
import { oneLine } from '../terminal/one-line.js';
import { seconds } from './seconds.js';

/**
 * Why and how long the command waits before it tries again.
 *
 * @example
 * // farebox: attempt 1: The provider answered 429 Too Many Requests: Slow down; waiting 1.2 s
 */
export function waitLine(attempt: number, waitMs: number, error: ChatError): string {
  const reason = oneLine(error.message).replace(/\.$/, '');
  return `farebox: attempt ${attempt}: ${reason}; waiting ${seconds(waitMs)}`;
}
