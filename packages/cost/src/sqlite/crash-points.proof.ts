import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isChatError } from '@farebox/core';
import { afterAll, expect, it } from 'vitest';
import { randomNumbers } from '../conformance/history/random-numbers.js';
import { costing, refusal, reservationOf } from '../conformance/samples.js';
import { amountOf } from '../receipt.js';
import { crashAt } from './fixtures/crashing-database.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { openSqliteLedger } from './sqlite-ledger.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const limit = 1000n;
const project = { id: 'project', limit };
const daily = { id: 'user', limit: 900n, per: 'day' as const };

/** What the provider has: it knows of every attempt that left, and bills it whatever happens to us. */
interface Provider {
  readonly billed: Map<string, bigint>;
}

/** What the ledger has said: settled at this much, and on disk. */
type Promised = Map<string, bigint>;

/** Three processes die, one after the other, each at one of its statements; then the books are read. */
async function simulate(seed: number): Promise<{ crashes: number; lost: number }> {
  const random = randomNumbers(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const file = join(folder.path, `${seed}.db`);
  const provider: Provider = { billed: new Map() };
  const promised: Promised = new Map();
  let crashes = 0;
  for (let generation = 0; generation < 3; generation++) {
    const statement = 1 + upTo(generation === 0 ? 150 : 100);
    const after = random() < 0.5;
    const { ledger, abandon } = openSqliteLedger(
      { file, busyTimeoutMs: 1000 },
      { liveness: () => 'dead', wrap: (database) => crashAt(database, statement, after) },
    );
    let next = 0;
    const lane = async () => {
      while (next < 12) {
        const id = `${generation}/${next++}`;
        const amount = BigInt(upTo(200));
        try {
          await ledger.reserve(reservationOf(id, amount, [project, daily]));
        } catch (error) {
          if (isChatError(error) && error.kind === 'budget') continue;
          crashes++;
          return;
        }
        const used = random() < 0.2 ? 0n : (amount * BigInt(upTo(101))) / 100n;
        provider.billed.set(id, used);
        const settling =
          used === 0n ? ledger.release(id, refusal) : ledger.settle(id, costing(used));
        const settled = await settling.then(
          () => true,
          () => false,
        );
        if (!settled) return;
        promised.set(id, used);
      }
    };
    await Promise.all([lane(), lane(), lane()]);
    abandon();
  }
  const { ledger } = openSqliteLedger({ file }, { liveness: () => 'dead' });
  await ledger.recover();
  expect(await ledger.check()).toEqual([]);
  const { settled, reserved } = await ledger.balance('project');
  expect(reserved).toBe(0n);
  expect(settled <= limit).toBe(true);
  const receipts = await ledger.receipts();
  const amounts = new Map(receipts.map(({ id, cost }) => [id, amountOf(cost)]));
  expect(amounts.size).toBe(receipts.length);
  for (const [id, amount] of promised) expect(amounts.get(id)).toBe(amount);
  let billed = 0n;
  for (const [id, amount] of provider.billed) {
    expect((amounts.get(id) ?? -1n) >= amount, id).toBe(true);
    billed += amount;
  }
  expect(settled >= billed).toBe(true);
  // What is left is usable, to the last picodollar.
  await ledger.reserve(reservationOf('rest', limit - settled, [project]));
  await expect(ledger.reserve(reservationOf('more', 1n, [project]))).rejects.toThrow();
  await ledger.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  return { crashes, lost: receipts.filter(({ outcome }) => outcome === 'lost').length };
}

it('1,000 seeded runs of three crashes each: the ledger never says less than the provider bills, nor more than the limit', async () => {
  let crashes = 0;
  let lost = 0;
  for (let seed = 1; seed <= 1000; seed++) {
    try {
      const run = await simulate(seed);
      crashes += run.crashes > 0 ? 1 : 0;
      lost += run.lost;
    } catch (error) {
      throw new Error(`Seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
  }
  console.info(
    `${crashes} of 1,000 runs lost a process in the middle of a reservation; ${lost} holds expired`,
  );
  expect(lost).toBeGreaterThan(500);
}, 600_000);
