import { type Ledger, memoryLedger } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import { setUp } from './fixtures/set-up.js';

/** The most that `Hello?` with 100 tokens of answer can cost, and what the canned answer does cost. */
const most = 73_500_000n;
const cost = 4_200_000n;
const dollar = 10n ** 12n;
const hello = { max_completion_tokens: 100 };

/** A ledger that counts how often its balance is asked for. */
function counted(ledger: Ledger) {
  const asked: unknown[] = [];
  const balance: Ledger['balance'] = (scope, callId) => {
    asked.push(scope);
    return ledger.balance(scope, callId);
  };
  return { asked, ledger: { ...ledger, balance } };
}

describe('remaining', () => {
  it('counts what is reserved while a call is under way, and what it cost after that', async () => {
    const { client } = setUp({ ...hello, budget: '1' });
    expect(client.remaining).toBe(dollar);
    const seen: unknown[] = [];
    for await (const _ of client.stream('Hello?')) seen.push(client.remaining);
    expect(seen).toEqual([dollar - most]);
    expect(client.remaining).toBe(dollar - cost);
    expect(client.remainingUsd).toBe(0.9999958);
  });

  it('leaves out soft limits and limits per call, which refuse nothing that is to come', async () => {
    const soft = { id: 'team', limitUsd: '0.00001', soft: true };
    const perCall = { limitUsd: '0.0001', per: 'call' as const };
    const { client } = setUp({ ...hello, budget: ['1', soft, perCall] });
    await client.ask('Hello?');
    expect(client.remaining).toBe(dollar - cost);
    const { client: unlimited } = setUp({ ...hello, budget: [soft, perCall] });
    await unlimited.ask('Hello?');
    expect(unlimited.remaining).toBeUndefined();
  });

  it('begins each day with the whole limit, and each client with a limit of its own', async () => {
    const { client, clock } = setUp({ ...hello, budget: { limitUsd: '0.001', per: 'day' } });
    await client.ask('Hello?');
    expect(client.remainingUsd).toBe(0.0009958);
    await clock.advance(86_400_000);
    expect(client.remainingUsd).toBe(0.001);
    await client.ask('Hello?');
    expect(client.remainingUsd).toBe(0.0009958);
  });

  it('knows with each of its reservations what others have spent in a shared ledger, without a question', async () => {
    const { ledger, asked } = counted(memoryLedger());
    const budget = { id: 'team', limitUsd: '1' };
    const one = setUp({ ...hello, ledger, budget });
    const two = setUp({ ...hello, ledger, budget });
    await one.client.ask('Hello?');
    await one.client.ask('Hello?');
    expect(two.client.remaining).toBe(dollar);
    await two.client.ask('Hello?');
    expect(two.client.remaining).toBe(dollar - 3n * cost);
    expect(one.client.remaining).toBe(dollar - 2n * cost);
    expect(asked).toEqual([]);
    await one.client.balances();
    expect(one.client.remaining).toBe(dollar - 3n * cost);
    expect(asked).toHaveLength(1);
  });

  it('is nothing in a scope that an overrun has closed, and the rest once it is reopened', async () => {
    const ledger = memoryLedger();
    const budget = { id: 'session', limitUsd: '1' };
    const long = { text: 'word '.repeat(200) };
    const { client } = setUp({ ...hello, ledger, budget }, long, {});
    await client.ask('Hello?');
    expect(client.remaining).toBe(0n);
    await ledger.reopen('session');
    await client.ask('Hello?');
    expect(client.remaining).toBe(dollar - client.spent);
  });
});

describe('balances', () => {
  it('says of each scope what the ledger says now, soft ones and those without a limit too', async () => {
    const ledger = memoryLedger();
    const budget = [
      { id: 'session', limitUsd: '1' },
      { id: 'user', limitUsd: '0.00001', per: 'day' as const, soft: true },
      { id: 'project' },
      { id: 'answer', limitUsd: '0.1', per: 'call' as const },
    ];
    const { client } = setUp({ ...hello, ledger, budget });
    await client.ask('Hello?');
    const other = { id: 'other', callId: 'other', attempt: 1, amount: 9n, tags: {} };
    await ledger.reserve({ ...other, scopes: [{ id: 'session' }] });
    const balance = { settled: cost, reserved: 0n, closed: false };
    expect(await client.balances()).toEqual([
      {
        ...balance,
        scope: { id: 'session', limit: dollar },
        reserved: 9n,
        remaining: dollar - cost - 9n,
      },
      {
        ...balance,
        scope: { id: 'user', limit: 10_000_000n, per: 'day', soft: true },
        remaining: 10_000_000n - cost,
      },
      { ...balance, scope: { id: 'project', limit: undefined }, remaining: undefined },
    ]);
    expect(client.remaining).toBe(dollar - cost - 9n);
  });

  it('is empty without a budget', async () => {
    expect(await setUp().client.balances()).toEqual([]);
  });
});
