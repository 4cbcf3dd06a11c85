import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy, toStoreError } from './sqlite-error.js';

export interface Patience {
  readonly file: string;
  /** How long to wait for other processes before giving up. */
  readonly busyTimeoutMs: number;
}

/**
 * Does something with the file, again and again while another process has it locked.
 *
 * @throws {ChatError} `store`, with code `locked` when the patience is at its end.
 */
export async function patiently<T>(work: () => T, { file, busyTimeoutMs }: Patience): Promise<T> {
  const giveUpAt = performance.now() + busyTimeoutMs;
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 16)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw toStoreError(error, file);
    }
    // Uneven, or processes that wait for each other would wait in step.
    await sleep(waitMs * (0.5 + Math.random()));
  }
}
