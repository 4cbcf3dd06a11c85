import type { Scope } from '@farebox/core';
import { type Ledger, memoryLedger, windowKey } from '@farebox/cost';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownBalances, remainingOf } from './known-balances.js';

const scopes: readonly Scope[] = [
  { id: 'session', limit: 5000n },
  { id: 'user', limit: 900n, per: 'day', timeZone: 'Europe/Berlin' },
  { id: 'user', limit: 400n, per: 'hour' },
  { id: 'answer', limit: 50n, per: 'call' },
  { id: 'team', limit: 10n, soft: true },
  { id: 'counted' },
];
const start = Date.UTC(2026, 9, 24, 20);
const hourMs = 3_600_000;

/** What the ledger itself says of the tightest hard limit. */
async function remainingIn(ledger: Ledger): Promise<bigint> {
  let least = 10n ** 12n;
  for (const scope of scopes.slice(0, 3)) {
    const left = remainingOf(scope.limit ?? 0n, await ledger.balance(scope));
    if (left < least) least = left;
  }
  return least;
}

const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reserve' as const), amount: fc.nat(50) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      which: fc.nat(9),
      cost: fc.nat(60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.integer({ min: -30, max: 30 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), amount: fc.nat(9) }) },
);

/** Plays actions on a ledger through a client's eyes; what `others` do it does not see. */
async function play(
  actions: readonly (typeof action extends fc.Arbitrary<infer A> ? A : never)[],
  others: boolean,
) {
  const clock = { now: start };
  const now = () => clock.now;
  const ledger = memoryLedger({ now });
  const known = new KnownBalances(scopes, now);
  const held: string[] = [];
  const wrong: string[] = [];
  /** Since scopes were opened again, the windows in which the client has heard of it; undefined before. */
  let heardIn: Set<string> | undefined;
  const windowsNow = () =>
    scopes.slice(0, 3).map((scope) => `${scope.id} ${windowKey(scope, clock.now, '')}`);
  const heard = () => {
    for (const window of windowsNow()) heardIn?.add(window);
  };
  let ids = 0;
  const reserve = (id: string, amount: bigint) =>
    ledger.reserve({ id, callId: id, attempt: 1, amount, scopes, tags: {} }).catch(() => undefined);
  for (const one of actions) {
    let knows = !others;
    const id = `r${ids++}`;
    if (one.do === 'wait') clock.now += one.hours * hourMs;
    else if (one.do === 'reserve') {
      if (others && one.amount % 3 === 0) {
        await reserve(`other ${id}`, 7n);
        continue;
      }
      const admission = await reserve(id, BigInt(one.amount));
      if (admission === undefined) continue;
      known.reserved(id, admission);
      heard();
      held.push(id);
      knows = true;
    } else if (one.do === 'reopen') {
      // Who opens a scope again tells the ledger; the client hears of it with its next reservation in the same window.
      for (const { id: scopeId } of scopes) await ledger.reopen(scopeId);
      heardIn = new Set();
      const admission = await reserve(id, 0n);
      if (admission !== undefined) {
        known.reserved(id, admission);
        heard();
      }
    } else {
      const [which] = held.splice(one.which % Math.max(held.length, 1), 1);
      if (which === undefined) continue;
      const model = 'm';
      const receipt =
        one.do === 'release'
          ? await ledger.release(which, { outcome: 'rate-limit', model })
          : await ledger.settle(which, {
              outcome: 'completed',
              model,
              cost: { known: 'reported', amount: BigInt(one.cost) },
            });
      known.settled(receipt);
    }
    if (!knows || !windowsNow().every((window) => heardIn?.has(window) ?? true)) continue;
    const truth = await remainingIn(ledger);
    if (known.remaining !== truth)
      wrong.push(`after ${one.do}: ${known.remaining}, and it is ${truth}`);
  }
  return wrong;
}

describe('KnownBalances', () => {
  it('is what the ledger says after everything that its client does, windows, overruns and clock jumps included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
        expect(await play(actions, false)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('is what the ledger says after each of its reservations, whatever others have spent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async (actions) => {
        expect(await play(actions, true)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('has nothing to say without a hard limit that outlasts a call', () => {
    const soft = scopes.slice(3);
    expect(new KnownBalances(soft, () => start).remaining).toBeUndefined();
  });
});
