import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseUsd } from '@farebox/core';
import { sqliteLedger } from '@farebox/cost/sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeIo } from '../src/fixtures/fake-io.js';
import type { Spent } from '../src/fixtures/spent-ledger.js';
import { run } from '../src/run.js';
import { farebox } from './command.js';
import { spendInFolder } from './receipts.js';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const environment = (more = {}) => ({ FAREBOX_HOME: folder, TZ: 'Europe/Berlin', ...more });
const spend = (...options: string[]) =>
  farebox(['spend', ...options], { environment: environment() });

/** Every hour of the two days on which clocks are changed, in both directions, and of the days around. */
const hours: readonly Spent[] = ['2026-03-28', '2026-10-24'].flatMap((day) =>
  Array.from({ length: 72 }, (_, hour) => ({
    at: Date.parse(`${day}T00:30:00Z`) + hour * 3_600_000,
    usd: '0.000000000001',
    tags: { half: hour % 2 === 0 ? 'even' : 'odd' },
  })),
);

describe('farebox spend on a file', () => {
  it('has days of 23 and of 25 hours where clocks change, in the time zone of the machine', async () => {
    await spendInFolder(folder, hours);
    const { code, out, error } = await spend('--csv');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const attempts = out
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(attempts.map(([day, , , , count]) => [day, count])).toEqual([
      ['2026-03-28', '23'],
      ['2026-03-29', '23'],
      ['2026-03-30', '24'],
      ['2026-03-31', '2'],
      ['2026-10-24', '22'],
      ['2026-10-25', '25'],
      ['2026-10-26', '24'],
      ['2026-10-27', '1'],
    ]);
    const day = JSON.parse(
      (await spend('--json', '--from', '2026-10-25', '--to', '2026-10-25')).out,
    );
    expect(day).toMatchObject({
      timeZone: 'Europe/Berlin',
      total: { attempts: 25, costUsd: '0.000000000025' },
    });
  });

  it('adds up to the same picodollar by whatever it is summed', async () => {
    await spendInFolder(folder, hours);
    for (const by of ['day', 'month', 'model', 'session', 'tag:half']) {
      const { groups, total } = JSON.parse((await spend('--json', '--by', by)).out);
      const sum = groups.reduce(
        (all: bigint, { costUsd }: { costUsd: string }) => all + parseUsd(costUsd),
        0n,
      );
      expect({ by, sum }).toEqual({ by, sum: 144n });
      expect(total.costUsd).toBe('0.000000000144');
    }
  });

  it('is friendly where nothing was ever recorded, and makes no ledger', async () => {
    const { code, out, error } = await spend();
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^There are no receipts yet/);
    // What Node compiled of the command, and nothing else.
    expect(readdirSync(folder)).toEqual(['compiled']);
  });

  it('takes what a killed process had reserved for spent, as the budgets do', async () => {
    const ledger = sqliteLedger({ file: join(folder, 'ledger.db') });
    await ledger.reserve({ id: 'a/1', callId: 'a', attempt: 1, amount: 7n, scopes: [], tags: {} });
    const database = new DatabaseSync(join(folder, 'ledger.db'));
    // No process has this id: whoever held the money is dead.
    database.exec('UPDATE holders SET pid = 2147483647');
    database.close();
    expect((await spend('--by', 'model')).out).toContain('$0.000000000007 of the total is a bound');
    await ledger.close();
  });
});

describe('a ledger that cannot be read exits 12, in a sentence and without a stack', () => {
  const expectRefusal = async (message: RegExp, fix: RegExp) => {
    for (const argv of [['spend'], ['logs'], ['logs', 'prune', '--older-than', '1d', '--yes']]) {
      const { code, out, error } = await farebox(argv, { environment: environment() });
      expect({ argv, code, out }).toEqual({ argv, code: 12, out: '' });
      expect(error).toMatch(/^farebox: StoreError: .*\n {2}fix: .*\n$/);
      expect(error).toMatch(message);
      expect(error).toMatch(fix);
    }
  };

  it('because it is no database', async () => {
    writeFileSync(
      join(folder, 'ledger.db'),
      'Not a database, and long enough to be sure of that. '.repeat(20),
    );
    await expectRefusal(/is not a SQLite database/, /fix: \S/);
  });

  it('because it is the database of something else', async () => {
    const database = new DatabaseSync(join(folder, 'ledger.db'));
    database.exec('CREATE TABLE cookies (id)');
    database.close();
    await expectRefusal(/is a database of something else/, /FAREBOX_HOME/);
  });

  it('because a newer version has written there', async () => {
    await spendInFolder(folder, []);
    const ledger = sqliteLedger({ file: join(folder, 'ledger.db') });
    await ledger.receipts();
    await ledger.close();
    const database = new DatabaseSync(join(folder, 'ledger.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expectRefusal(/tables of version 99/, /Update farebox/);
  });

  it('because another process keeps it locked', async () => {
    await spendInFolder(folder, hours.slice(0, 1));
    const file = join(folder, 'ledger.db');
    const ledger = sqliteLedger({ file, busyTimeoutMs: 30 });
    await ledger.receipts();
    const database = new DatabaseSync(file);
    database.exec('BEGIN IMMEDIATE');
    const io = fakeIo({ ledger });
    const prune = ['logs', 'prune', '--before', '2026-11-28', '--yes'];
    expect(await run(prune, io)).toBe(12);
    expect(io.error).toMatch(/is locked by another process.*\n {2}fix: See what holds it/);
    database.exec('ROLLBACK');
    database.close();
  });
});
