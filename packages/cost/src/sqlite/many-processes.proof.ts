import { join } from 'node:path';
import { formatUsd, parseUsd } from '@farebox/core';
import { expect, it } from 'vitest';
import { amountOf } from '../receipt.js';
import { spendInProcess } from './fixtures/spend-in-process.js';
import { temporaryFolder } from './fixtures/temporary-folder.js';
import { sqliteLedger } from './sqlite-ledger.js';

const tenCents = parseUsd('0.10');

it('8 processes that each reserve $0.10 125 times against $5 are admitted exactly 50 times', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'ledger.db');
  const spenders = Array.from({ length: 8 }, (_, index) =>
    spendInProcess(file, `p${index}`, 125, 50, 'reserve'),
  );
  await Promise.all(spenders.map(({ ended }) => ended));
  const reserved = spenders.flatMap(({ said }) => [...said.reserved]);
  const refused = spenders.flatMap(({ said }) => [...said.refused]);
  expect([reserved.length, refused.length]).toEqual([50, 950]);

  const ledger = sqliteLedger({ file });
  await ledger.recover();
  const { settled, reserved: held } = await ledger.balance('project');
  expect(formatUsd(settled + held)).toBe('5.00');
  expect(await ledger.check()).toEqual([]);
  await ledger.close();
  folder.remove();
});

it('60 kills at any moment overspend nothing, lose nothing and double nothing', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'ledger.db');
  const promised = { reserved: new Set<string>(), settled: new Map<string, bigint>() };
  const ledger = sqliteLedger({ file, busyTimeoutMs: 60_000 });
  let random = 1;
  const dice = () => {
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    return random / 4_294_967_296;
  };
  let kills = 0;
  for (let round = 0; kills < 60; round++) {
    const spenders = [0, 1, 2, 3].map((index) =>
      spendInProcess(file, `r${round}p${index}`, 100_000, 200, 'traffic'),
    );
    await Promise.all(spenders.map(({ spending }) => spending));
    for (const { process: child } of spenders) {
      const wait = dice() * 60;
      const until = performance.now() + wait;
      // While they spend, nobody ever sees more than the limit.
      while (performance.now() < until) {
        const { settled, reserved } = await ledger.balance('project');
        expect(settled + reserved <= 200n * tenCents).toBe(true);
        await new Promise((resolve) => setImmediate(resolve));
      }
      child.kill('SIGKILL');
      kills++;
    }
    await Promise.all(spenders.map(({ ended }) => ended));
    for (const { said } of spenders) {
      for (const id of said.reserved) promised.reserved.add(id);
      for (const [id, amount] of said.settled) promised.settled.set(id, amount);
    }
    await ledger.recover();
    const { reserved } = await ledger.balance('project');
    expect(reserved).toBe(0n);
    expect(await ledger.check()).toEqual([]);
  }

  const receipts = new Map<string, bigint>();
  for (let after: number | undefined; ; ) {
    const page = await ledger.receipts({ after });
    for (const { id, cost } of page) {
      expect(receipts.has(id)).toBe(false);
      receipts.set(id, amountOf(cost));
    }
    if (page.length === 0) break;
    after = page.at(-1)?.sequence;
  }
  for (const id of promised.reserved) expect(receipts.has(id)).toBe(true);
  for (const [id, amount] of promised.settled) expect(receipts.get(id)).toBe(amount);
  const spent = [...receipts.values()].reduce((sum, amount) => sum + amount, 0n);
  expect((await ledger.balance('project')).settled).toBe(spent);
  expect(spent <= 200n * tenCents).toBe(true);
  const lost = (await ledger.spend({ by: 'scope' })).find(({ key }) => key === 'project');
  console.info(
    `${kills} kills, ${receipts.size} receipts, ${promised.settled.size} promised settled, $${formatUsd(lost?.bounded ?? 0n)} of $${formatUsd(spent)} settled at its maximum`,
  );
  await ledger.close();
  folder.remove();
});
