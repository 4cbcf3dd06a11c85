import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reservation } from '@farebox/cost';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeIo } from '../fixtures/fake-io.js';
import { openLedger } from './open-ledger.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reservation = (id: string): Reservation => {
  return { id, callId: id, attempt: 1, amount: 5n, scopes: [{ id: 'user' }], tags: {} };
};

it('keeps what was recorded for the next process, for this user alone', async () => {
  const stateFolder = join(folder, 'state', 'farebox');
  const first = await openLedger(fakeIo({ stateFolder }));
  await first.reserve(reservation('call/1'));
  await first.release('call/1', { outcome: 'rate-limit', model: 'gpt-4o-mini' });
  await first.close();
  const second = await openLedger(fakeIo({ stateFolder }));
  expect(await second.receipts()).toMatchObject([{ id: 'call/1' }]);
  await second.close();
  const modeOf = (...path: string[]) => statSync(join(folder, ...path)).mode & 0o777;
  expect(modeOf('state')).toBe(0o700);
  expect(modeOf('state', 'farebox')).toBe(0o700);
  expect(modeOf('state', 'farebox', 'ledger.db')).toBe(0o600);
});

it('is empty for a report where nothing was ever recorded, and makes no file', async () => {
  const ledger = await openLedger(fakeIo({ stateFolder: folder }), { forReport: true });
  expect(await ledger.receipts()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

it('is not empty for a report where its folder is none', async () => {
  const stateFolder = join(folder, 'a-file');
  writeFileSync(stateFolder, '');
  const ledger = await openLedger(fakeIo({ stateFolder }), { forReport: true });
  await expect(ledger.receipts()).rejects.toMatchObject({
    kind: 'store',
    message: expect.stringContaining('ledger.db'),
  });
});

it('says what is wrong with the file at the first use', async () => {
  writeFileSync(join(folder, 'ledger.db'), 'not a database, but long enough to be read as one');
  const ledger = await openLedger(fakeIo({ stateFolder: folder }));
  await expect(ledger.reserve(reservation('call/1'))).rejects.toMatchObject({
    kind: 'store',
    code: 'corrupt',
    message: expect.stringContaining('ledger.db'),
  });
});
