import type { ChatError, Clock, DrainBounds, StreamEnd } from '@farebox/core';
import type { BlockReader } from './block-reader.js';
import type { EventIntake } from './event-intake.js';
import type { WatcherList } from './watcher-list.js';

/** How far a reply is read on once its consumer has gone, and on which clock. */
export interface DrainOptions extends DrainBounds {
  readonly clock: Clock;
  /** On the clock's monotonic scale: when it is over at the latest. */
  readonly deadlineAtMs?: number | undefined;
}

/**
 * Whether something can be had by reading on: an abort of the caller, and a reader who left.
 *
 * Never after a clock of ours ran out (`unread` among them), a broken connection, a reply that is too large or is
 * none, and a budget that stopped it: there is no rest that comes in time, or it must not be paid for.
 */
export function isDrainable(how: StreamEnd, error: ChatError | undefined): boolean {
  return (how === 'aborted' || how === 'abandoned') && error?.code !== 'unread';
}

/** Reads a reply to its end for nobody, so that what it says there of its usage is known. */
export class Drain {
  readonly #options: DrainOptions;
  readonly #reader: BlockReader;
  readonly #intake: EventIntake;
  readonly #watchers: WatcherList;
  #stopped: ChatError | undefined;

  constructor(
    options: DrainOptions,
    reader: BlockReader,
    intake: EventIntake,
    watchers: WatcherList,
  ) {
    this.#options = options;
    this.#reader = reader;
    this.#intake = intake;
    this.#watchers = watchers;
  }

  /**
   * Reads on until the end of the reply or of a bound, and closes it.
   *
   * @returns how the stream has ended for its watchers: as for its consumer, unless a budget stopped the rest.
   */
  async run(how: StreamEnd): Promise<StreamEnd> {
    const { clock, ms, bytes, deadlineAtMs = Number.POSITIVE_INFINITY } = this.#options;
    const startMs = clock.monotonicMs();
    const untilMs = Math.min(startMs + ms, deadlineAtMs);
    const mostBytes = this.#reader.bytes + bytes;
    const waitMs = Math.max(0, Math.ceil(untilMs - startMs));
    const cancel = clock.after(waitMs, () => this.#reader.close());
    // A timer is late after a machine has slept; what has come meanwhile has come too late.
    const isOver = () =>
      this.#stopped !== undefined ||
      clock.monotonicMs() >= untilMs ||
      this.#reader.bytes > mostBytes;
    try {
      await this.#readOn(isOver);
    } catch {
      // Nobody is there to hear of it: what is known of the reply is what counts.
    } finally {
      cancel();
      this.#reader.close();
    }
    return this.#stopped?.kind === 'budget' ? { failed: this.#stopped } : how;
  }

  /** Ends it early; another abort does not: that its caller has gone is known. */
  stop(error: ChatError): void {
    if (error.kind === 'aborted' && error.code !== 'unread') return;
    this.#stopped ??= error;
    this.#reader.close();
  }

  async #readOn(isOver: () => boolean): Promise<void> {
    const { assembler } = this.#intake;
    this.#take();
    let isWaiting = false;
    while (!this.#intake.over) {
      if (!isWaiting) this.#watchers.reading();
      const isMore = await this.#reader.read();
      if (isOver()) return;
      const eventsBefore = this.#intake.events;
      this.#take();
      isWaiting = this.#intake.events === eventsBefore;
      if (!isWaiting) this.#watchers.arrived();
      if (!isMore) break;
    }
    assembler.end(this.#intake.over);
  }

  /** Takes in all that has come; nobody is shown any of it. */
  #take(): void {
    do this.#intake.takeText();
    while (this.#intake.nextChunk() !== undefined);
  }
}
