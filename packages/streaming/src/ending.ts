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
  readonly #watchers: WatcherList;
  #told: Promise<void> = Promise.resolve();

  constructor(watchers: WatcherList) {
    this.#watchers = watchers;
  }

  /** Settles once all watchers are done; never rejects. */
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

  /** Tells a watcher that came after the end. */
  tell(watcher: Watcher, how: StreamEnd): void {
    const before = this.#told;
    this.#told = tellEnd(watcher, how).then(async (failure) => {
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
