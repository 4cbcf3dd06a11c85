import type { ChatStream } from '@farebox/core';
import type { ChainOptions } from './chain-options.js';
import { StreamChain } from './stream-chain.js';

/**
 * One stream out of several: when one fails, the next takes over, and the reader reads on.
 *
 * Readers and watchers hear one stream: every chunk, and one end. What the successor replaced has
 * been handed out and cannot be taken back, so whoever makes one has to say so.
 *
 * @example
 * const chain = chainStreams(await call(request, {}), {
 *   successor: async () => ({ stream: await call(request, {}), isJoined: false }),
 *   abort: () => {},
 * });
 */
export function chainStreams(first: ChatStream, options: ChainOptions): ChatStream {
  return new StreamChain(first, options);
}
