import type { ChatError, ChatStream, HandedOut } from '@farebox/core';
import { StreamChain } from './stream-chain.js';

/** The stream that takes over from one that failed. */
export interface Successor {
  readonly stream: ChatStream;
  /** Whether the text before stays a part of the answer; otherwise the new stream is all of it. */
  readonly isJoined: boolean;
}

export interface ChainOptions {
  /**
   * What comes after a failure while somebody reads. Rejects with the error to end with.
   *
   * `error.partial` is all of the reply so far, also where it was joined before.
   * Not asked after an abort, `stop`, or a failure that nobody waits for.
   */
  readonly successor: (error: ChatError, handedOut: HandedOut) => Promise<Successor>;
  /** Told when there is no successor, or it is no longer wanted: whatever is under way must end. */
  readonly abort: (error: ChatError) => void;
  /** A last word on every error that comes out, such as how many attempts there were. */
  readonly last?: ((error: ChatError) => ChatError) | undefined;
}

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
