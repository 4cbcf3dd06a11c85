import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseUsd } from '@farebox/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { costing, reservationOf } from '../conformance/samples.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { livenessOf } from './process-identity.js';
import { openSqliteLedger, sqliteLedger } from './sqlite-ledger.js';

const session = { id: 'session', limit: 100n };
let folder: ReturnType<typeof temporaryFolder>;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'new', 'ledger.db');
});
afterEach(() => folder.remove());

/** A ledger with one receipt and one hold in it, closed. */
async function written() {
  const ledger = sqliteLedger({ file });
  await ledger.reserve(reservationOf('a', 60n, [session]));
  await ledger.settle('a', costing(50n));
  await ledger.close();
}

describe('sqliteLedger, when the file cannot be used', () => {
  it('does nothing before it is used, and says what is wrong at the first use, not later', async () => {
    writeFileSync(join(folder.path, 'new'), 'a file where the folder should be');
    const ledger = sqliteLedger({ file });
    await expect(ledger.reserve(reservationOf('a', 1n, [session]))).rejects.toMatchObject({
      kind: 'store',
      message: expect.stringContaining(file),
    });
    await ledger.close();
  });

  it('opens at a later call when what was in the way is gone', async () => {
    mkdirSync(file, { recursive: true });
    const ledger = sqliteLedger({ file });
    await expect(ledger.balance('session')).rejects.toMatchObject({ kind: 'store' });
    rmdirSync(file);
    expect(await ledger.balance('session')).toMatchObject({ settled: 0n });
    await ledger.close();
  });

  it('refuses to write where it may only read, names the file and the fix, and reads all the same', async () => {
    await written();
    const ledger = sqliteLedger({ file, readOnly: true });
    const refused = ledger.reserve(reservationOf('b', 1n, [session]));
    await expect(refused).rejects.toMatchObject({
      kind: 'store',
      code: 'read-only',
      message: expect.stringContaining(file),
      fix: expect.stringContaining('readOnly'),
    });
    expect(await ledger.balance('session')).toMatchObject({ settled: 50n, reserved: 0n });
    expect(await ledger.receipts()).toHaveLength(1);
    await ledger.close();
  });

  it('waits for another process that has the file locked, and goes on', async () => {
    await written();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const ledger = sqliteLedger({ file });
    const reserving = ledger.reserve(reservationOf('b', 1n, [session]));
    setTimeout(() => other.exec('COMMIT'), 50);
    await expect(reserving).resolves.toMatchObject({ amount: 1n });
    other.close();
    await ledger.close();
  });

  it('gives up on a file that stays locked, in time, without having reserved anything', async () => {
    await written();
    const other = new DatabaseSync(file);
    const ledger = sqliteLedger({ file, busyTimeoutMs: 30 });
    await ledger.balance('session');
    other.exec('BEGIN IMMEDIATE');
    await expect(ledger.reserve(reservationOf('b', 1n, [session]))).rejects.toMatchObject({
      kind: 'store',
      code: 'locked',
      message: expect.stringContaining(file),
      fix: expect.stringContaining('busyTimeoutMs'),
    });
    expect(await ledger.balance('session')).toMatchObject({ reserved: 0n });
    other.exec('COMMIT');
    other.close();
    await ledger.close();
  });

  it('says that the disk is full, overspends nothing, loses no receipt, and goes on when there is room', async () => {
    const { ledger } = openSqliteLedger({ file }, { liveness: livenessOf, maxPages: 40 });
    const scope = { id: 'five dollars', limit: parseUsd('5') };
    let admitted = 0;
    let failure: unknown;
    for (let index = 0; failure === undefined && index < 1000; index++) {
      const tags = { padding: 'x'.repeat(2000) };
      try {
        await ledger.reserve(reservationOf(`r${index}`, 1n, [scope], { tags }));
        admitted++;
      } catch (error) {
        failure = error;
      }
    }
    expect(failure).toMatchObject({
      kind: 'store',
      code: 'full',
      message: expect.stringContaining(file),
      fix: expect.stringContaining('Free some space'),
    });
    expect(await ledger.balance('five dollars')).toMatchObject({ reserved: BigInt(admitted) });
    await ledger.close();
    const roomy = sqliteLedger({ file });
    for (let index = 0; index < admitted; index++) await roomy.settle(`r${index}`, costing(1n));
    expect(await roomy.receipts()).toHaveLength(admitted);
    expect(await roomy.check()).toEqual([]);
    await roomy.close();
  });

  it('tells a damaged file, a file of something else and a file of a newer version apart', async () => {
    const cases: [string, () => void][] = [
      [
        'corrupt',
        () =>
          writeFileSync(file, 'this is a text, and long enough to be none of ours. '.repeat(40)),
      ],
      ['not-a-ledger', () => foreign('CREATE TABLE notes (text TEXT)', 0)],
      ['new-version', () => foreign('CREATE TABLE accounts (text TEXT)', 0x66617265)],
    ];
    for (const [code, spoil] of cases) {
      folder.remove();
      mkdirSync(join(folder.path, 'new'), { recursive: true });
      spoil();
      const ledger = sqliteLedger({ file });
      await expect(ledger.reserve(reservationOf('b', 1n, [session]))).rejects.toMatchObject({
        kind: 'store',
        code,
        message: expect.stringContaining(file),
      });
      await ledger.close();
    }
  });

  it('does not let one call that cannot be written take those down that share its transaction', async () => {
    const ledger = sqliteLedger({ file });
    const unwritable = { tags: { wrong: 1n as never } };
    const results = await Promise.allSettled([
      ledger.reserve(reservationOf('a', 10n, [session])),
      ledger.reserve(reservationOf('b', 10n, [session], unwritable)),
      ledger.reserve(reservationOf('c', 10n, [session])),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ledger.balance('session')).toMatchObject({ reserved: 20n });
    expect(await ledger.check()).toEqual([]);
    await ledger.close();
  });
});

/** A database that another program, or a later version, has made. */
function foreign(sql: string, applicationId: number): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.exec(`PRAGMA application_id = ${applicationId}`);
  database.exec('PRAGMA user_version = 99');
  database.close();
}
