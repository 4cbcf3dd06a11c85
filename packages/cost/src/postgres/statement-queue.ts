import { persistently } from './persistently.js';
import { isTransient } from './postgres-error.js';

interface Job<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** So that a long queue does not hold the locks for more than some milliseconds. */
const mostJobsTogether = 256;

/**
 * What is asked for in the same turn of the event loop, or while another statement is under way, goes in one:
 * one round trip, one transaction, one wait for the disk with a row locked.
 *
 * Alone, each call would wait for the disk with its scope's row locked, and the next one for it. A statement that
 * fails has changed nothing, so then each job is asked alone, and one that cannot be written fails alone.
 */
export class StatementQueue<Asked, Answer> {
  readonly #send: (asked: readonly Asked[]) => Promise<readonly Answer[]>;
  readonly #patienceMs: number;
  #jobs: Job<Asked, Answer>[] = [];
  #running = false;

  /** @param send answers all in their order, or has done nothing; may be repeated. */
  constructor(send: (asked: readonly Asked[]) => Promise<readonly Answer[]>, patienceMs: number) {
    this.#send = send;
    this.#patienceMs = patienceMs;
  }

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ asked, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#jobs.length > 0) {
      await this.#answer(this.#jobs.splice(0, mostJobsTogether));
    }
    this.#running = false;
  }

  async #answer(jobs: readonly Job<Asked, Answer>[]): Promise<void> {
    try {
      const asked = jobs.map((job) => job.asked);
      const answers = await persistently(this.#patienceMs, () => this.#send(asked));
      for (const [index, { resolve }] of jobs.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      const { cause } = error as { cause?: unknown };
      if (jobs.length > 1 && !isTransient(cause)) {
        for (const job of jobs) await this.#answer([job]);
      } else {
        for (const { reject } of jobs) reject(error);
      }
    }
  }
}
