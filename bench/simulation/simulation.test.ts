import type { Ledger } from '@farebox/cost';
import { beforeAll, expect, it } from 'vitest';
import { warmUp } from '../faults/venues/warm-up.ts';
import { failureReport } from './failure-report.ts';
import { playSeeds } from './play-seeds.ts';
import { runSeed } from './run-seed.ts';

beforeAll(warmUp);

it('every invariant holds for the first 100 seeds', { timeout: 60_000 }, async () => {
  const { failures } = await playSeeds({ first: 1, count: 100 });
  if (failures.length > 0) expect.fail(`${failures.length} failed.\n${failures[0]}`);
});

it('a seed played twice is the same run, to the last event', { timeout: 60_000 }, async () => {
  const range = { first: 101, count: 10 };
  expect((await playSeeds(range)).hashes).toEqual((await playSeeds(range)).hashes);
});

/** Ledgers with a defect each, and what must be said of them. */
const spoiled: readonly [defect: string, (ledger: Ledger) => Ledger, sentence: RegExp][] = [
  [
    'drops the limits',
    (ledger) => ({
      ...ledger,
      reserve: ({ scopes, ...reservation }) =>
        ledger.reserve({ ...reservation, scopes: scopes.map(({ id }) => ({ id })) }),
    }),
    /settled \+ reserved ≤ limit after every step: scope-\d of ledger \d holds/,
  ],
  [
    'settles at nothing',
    (ledger) => ({
      ...ledger,
      settle: (id, settlement) =>
        ledger.settle(id, { ...settlement, cost: { known: 'reported', amount: 0n } }),
    }),
    /a receipt is never less than what the provider bills for its attempt/,
  ],
  [
    'settles twice',
    (ledger) => ({
      ...ledger,
      settle: async (id, settlement) => {
        await ledger.settle(id, settlement);
        return ledger.settle(id, settlement);
      },
    }),
    /every attempt has exactly one receipt/,
  ],
];

it.each(spoiled)(
  'a ledger that %s is found out, and the report says how to see it again',
  {
    timeout: 60_000,
  },
  async (_defect, spoil, sentence) => {
    for (let seed = 1; ; seed++) {
      const run = await runSeed(seed, spoil);
      if (!run.broken.some((broken) => sentence.test(broken))) continue;
      expect(await runSeed(seed, spoil)).toMatchObject({ hash: run.hash, broken: run.broken });
      expect(failureReport(run)).toMatch(
        new RegExp(`Replay it, .*: FAREBOX_SEED=${seed} npm run proofs -- simulation$`),
      );
      return;
    }
  },
);
