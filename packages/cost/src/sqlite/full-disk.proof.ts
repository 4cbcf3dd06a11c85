import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import { fillDisk, limitedPages } from './fixtures/full-disk.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { sqliteLedger } from './sqlite-ledger.js';

let folder: ReturnType<typeof temporaryFolder>;
let disk: string;
/** Why there is no small disk here: only root may mount one, and not everywhere. */
let refusedBecause: string | undefined;

beforeEach(() => {
  folder = temporaryFolder();
  disk = join(folder.path, 'disk');
  mkdirSync(disk);
  refusedBecause = undefined;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'farebox-proof', disk], {
      stdio: 'pipe',
    });
  } catch (error) {
    refusedBecause = String((error as { stderr?: unknown }).stderr ?? error).trim();
    console.info(
      `No tmpfs can be mounted here (${refusedBecause}); max_page_count takes its place.`,
    );
  }
});
afterEach(() => {
  if (refusedBecause === undefined) execFileSync('umount', [disk]);
  folder.remove();
});

it('SQLite on a disk that is full: clear at a reservation and at a settlement, and nothing lost', async () => {
  const filler = join(disk, 'filler');
  const tmpfs = {
    fill: () => {
      try {
        for (let part = 0; part < 1000; part++) {
          writeFileSync(filler, Buffer.alloc(1024), { flag: 'a' });
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      }
    },
    free: () => rmSync(filler),
  };
  const file = join(disk, 'ledger.db');
  await fillDisk(file, refusedBecause === undefined ? tmpfs : limitedPages());
}, 60_000);

it('SQLite on a disk that may only be read says so, and has changed nothing once it may be written again', async () => {
  const file = join(disk, 'ledger.db');
  const session = { id: 'session', limit: 100n };
  const before = sqliteLedger({ file });
  await before.reserve(reservationOf('a', 60n, [session]));
  await before.close();
  // Without a disk of its own, the file is opened with mode=ro.
  const isMounted = refusedBecause === undefined;
  if (isMounted) execFileSync('mount', ['-o', 'remount,ro', disk]);
  const ledger = sqliteLedger({ file, readOnly: !isMounted });
  for (const asked of [
    ledger.reserve(reservationOf('b', 1n, [session])),
    ledger.settle('a', costing(1n)),
  ]) {
    await expect(asked).rejects.toMatchObject({ kind: 'store', code: 'read-only' });
  }
  await ledger.close();
  if (isMounted) execFileSync('mount', ['-o', 'remount,rw', disk]);
  const after = sqliteLedger({ file });
  expect(await after.balance('session')).toMatchObject({ settled: 0n, reserved: 60n });
  await after.settle('a', costing(50n));
  expect(await after.check()).toEqual([]);
  await after.close();
}, 60_000);
