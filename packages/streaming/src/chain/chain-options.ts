import type { ChatError, ChatStream, HandedOut } from '@farebox/core';

/** The stream that takes over from one that failed. */
export interface Successor {
  readonly stream: ChatStream;
  /** Whether the text before stays a part of the answer; otherwise the new stream is all of it. */
  readonly isJoined: boolean;
  /** Whether a joined stream begins with the text before it again, which is left out then. */
  readonly repeats?: boolean | undefined;
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
  /** Aborted once the successor under way must end. A `stop` that comes after it, during a change, waits for what that ends with. */
  readonly signal?: AbortSignal | undefined;
  /** A last word on every error that comes out, such as how many attempts there were. */
  readonly last?: ((error: ChatError) => ChatError) | undefined;
}
