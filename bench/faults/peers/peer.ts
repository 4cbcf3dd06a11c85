import type { ChatRequest } from '@farebox/core';
import type { Caller } from '../client-action.ts';
import type { Got } from '../whole-answer.ts';

/** What a client is asked to do, the same for all. */
export interface Task {
  readonly baseURL: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
  readonly request: ChatRequest;
  readonly caller: Caller;
  /** To be told of each piece of text as the caller gets it. */
  readonly onText: (piece: string) => void;
}

/** What the client says it has: it neither threw nor reported an error. `left`: the caller left the loop. */
export type Answered = Got | 'left';

/**
 * Another client, used as its documentation says, by somebody careful.
 *
 * It throws what its user would get to see as an error, whether thrown or reported in another way.
 */
export interface Peer {
  readonly name: string;
  /** How it was set up: everything that is not its default. */
  readonly setUp: string;
  call(task: Task): Promise<Answered>;
}

/** What a reader who never reads on waits for. */
export function forever(): Promise<never> {
  return new Promise(() => {});
}
