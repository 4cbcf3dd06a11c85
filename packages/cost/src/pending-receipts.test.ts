import { describe, expect, it } from 'vitest';
import { pendingReceipts } from './pending-receipts.js';

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  promise.then(settle, settle);
  for (let turn = 0; turn < 20; turn++) await undefined;
  return settled;
}

describe('pending receipts', () => {
  it('are settled at once where there are none', async () => {
    await pendingReceipts().settled();
  });

  it('are settled once the last one is written, one that began meanwhile included, for everybody who waits', async () => {
    const pending = pendingReceipts();
    const first = pending.begin();
    const waiting = [pending.settled(), pending.settled()];
    const second = pending.begin();
    first();
    first();
    expect(await isSettled(Promise.race(waiting))).toBe(false);
    second();
    await Promise.all(waiting);
  });

  it('tell once what the first one to fail has failed with, also to whoever asks later', async () => {
    const pending = pendingReceipts();
    pending.begin()('disk full');
    pending.begin()('still full');
    await expect(pending.settled()).rejects.toBe('disk full');
    await pending.settled();
  });
});
