import type { DatabaseSync } from 'node:sqlite';
import { isChatError } from '@farebox/core';
import { type Patience, patiently } from './patiently.js';
import { toStoreError } from './sqlite-error.js';

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Result =
  | { readonly job: Job; readonly value: unknown }
  | { readonly job: Job; readonly error: unknown };

export interface WriteQueueOptions extends Patience {
  /** Throws where the file is no longer the one that was opened; asked once for each transaction and each read. */
  readonly checkFile: () => void;
}

/** So that a long queue does not hold the file, and the event loop, for more than some milliseconds. */
const mostJobsTogether = 256;

/**
 * Writes, one transaction after another; what is asked for in the same turn of the event loop shares one.
 *
 * A promise resolves only after its transaction is on disk, so sharing costs no safety and saves the
 * dearest part, the disk's own confirmation. A job that refuses (a `ChatError`) has changed nothing,
 * and the others go on; any other error undoes the transaction, and each job
 * is tried alone.
 */
export class WriteQueue {
  readonly #database: DatabaseSync;
  readonly #options: WriteQueueOptions;
  #jobs: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(database: DatabaseSync, options: WriteQueueOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** @param work must decide before it writes: after a refusal nothing of it is undone. */
  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#running ??= this.#drain();
    });
  }

  /** Reads need no transaction of their own; they only wait while another process repairs the file. */
  read<T>(work: () => T): Promise<T> {
    const { checkFile } = this.#options;
    return patiently(() => {
      checkFile();
      return work();
    }, this.#options);
  }

  /** Resolves once everything that was asked for has been written or refused. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#jobs.length > 0) {
      await this.#write(this.#jobs.splice(0, mostJobsTogether));
    }
    this.#running = undefined;
  }

  async #write(jobs: readonly Job[]): Promise<void> {
    try {
      await patiently(() => this.#database.exec('BEGIN IMMEDIATE'), this.#options);
      for (const result of this.#transact(jobs)) {
        if ('error' in result) result.job.reject(result.error);
        else result.job.resolve(result.value);
      }
    } catch (error) {
      const failure = toStoreError(error, this.#options.file);
      if (jobs.length > 1 && !isLocked(failure)) {
        // One of them cannot be written; the others are not to suffer for it.
        for (const job of jobs) await this.#write([job]);
      } else {
        for (const { reject } of jobs) reject(failure);
      }
    }
  }

  #transact(jobs: readonly Job[]): readonly Result[] {
    try {
      this.#options.checkFile();
      const results = jobs.map((job): Result => {
        try {
          return { job, value: job.work() };
        } catch (error) {
          if (!isChatError(error)) throw error;
          return { job, error };
        }
      });
      this.#database.exec('COMMIT');
      return results;
    } catch (error) {
      // A full disk has ended the transaction already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

function isLocked(failure: unknown): boolean {
  return isChatError(failure) && failure.code === 'locked';
}
