import type { ChatError, StreamEnd, Watcher } from '@farebox/core';
import { tellEnd, type WatcherList } from './watcher-list.js';

/**
 * The one end of a stream: the first cause wins, every watcher hears it once, and whoever waits for
 * it waits for all of them.
 */
export class Ending {
  /** How it ended; undefined while it goes on. */
  how: StreamEnd | undefined;
  /** What the consumer gets instead of a normal end. */
  error: ChatError | undefined;
  /** Whether the reply was read on after its consumer had gone: watchers hear of the end after that. */
  isDrained = false;
  /** The end as watchers heard it after a drain; undefined until that is over. */
  #last: StreamEnd | undefined;
  readonly #watchers: WatcherList;
  #told: Promise<void> = Promise.resolve();

  constructor(watchers: WatcherList) {
    this.#watchers = watchers;
  }

  /** Settles once all watchers that the consumer waits for are done; never rejects. */
  get told(): Promise<void> {
    return this.#told;
  }

  /** Ends the stream; false if it had ended already. */
  reach(how: StreamEnd, error?: ChatError): boolean {
    if (this.how !== undefined) return false;
    this.how = how;
    this.error = error;
    this.#told = this.#watchers.end(how).then((failure) => this.#note(failure));
    return true;
  }

  /**
   * Ends the stream for its consumer, who waits for nothing, and for its watchers after `drained`: with
   * the end that it settles with.
   */
  leave(how: StreamEnd, error: ChatError | undefined, drained: Promise<StreamEnd>): void {
    this.how = how;
    this.error = error;
    this.isDrained = true;
    this.#watchers.left(how);
    void drained.then((last) => {
      this.#last = last;
      return this.#watchers.end(last);
    });
  }

  /** Tells a watcher that came after the end; one that came during a drain hears with the others. */
  tell(watcher: Watcher, how: StreamEnd): void {
    if (this.isDrained && this.#last === undefined) {
      this.#watchers.add(watcher);
      return;
    }
    const before = this.#told;
    this.#told = tellEnd(watcher, this.#last ?? how).then(async (failure) => {
      await before;
      this.#note(failure);
    });
  }

  /** A watcher that failed at the end fails the stream: its receipt may be lost. */
  #note(failure: ChatError | undefined): void {
    if (failure === undefined) return;
    this.error = failure.with({
      delivered: this.error?.delivered ?? true,
      cause: failure.cause ?? this.error,
    });
  }
}
