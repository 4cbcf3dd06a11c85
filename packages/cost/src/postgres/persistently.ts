import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient, toStoreError } from './postgres-error.js';

/**
 * Does something again while calls are in each other's way or the server is away.
 *
 * Whether a lost connection had written is unknown, so only what may be repeated belongs here: everything that a
 * ledger writes counts once per id.
 *
 * @throws {ChatError} `store`, once the patience is at its end or where repeating cannot help.
 */
export async function persistently<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (let waitMs = 5; ; waitMs = Math.min(waitMs * 2, 500)) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || performance.now() >= giveUpAt) throw toStoreError(error);
    }
    // Uneven, or those that were in each other's way would meet again.
    await sleep(waitMs * (0.5 + Math.random()));
  }
}
