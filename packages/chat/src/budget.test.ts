import { memoryLedger, scope } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import type { ChatClientOptions } from './client-options.js';
import { setUp } from './fixtures/set-up.js';

describe('budget', () => {
  it('stops the call that could pass it, before anything is sent', async () => {
    const { client, provider } = setUp({ budget: '0.000001' });
    await expect(client.ask('Hello?')).rejects.toMatchObject({ kind: 'budget' });
    expect(provider.requests).toEqual([]);
    expect(client.spent).toBe(0n);
  });

  it('knows exactly what is spent and what remains', async () => {
    const { client } = setUp({ budget: '0.50' });
    await client.ask('Hello?');
    await client.ask('Hello?');
    expect(client.spentUsd).toBe(0.0000084);
    expect(client.remainingUsd).toBe(0.4999916);
    expect(client.usage).toMatchObject({ inputTokens: 40, outputTokens: 4, totalTokens: 44 });
  });

  it('is no limit where none was given', async () => {
    const { client } = setUp();
    await client.ask('Hello?');
    expect(client.remaining).toBeUndefined();
    expect(client.spentUsd).toBe(0.0000042);
  });

  it('takes a limit in full, in its window and time zone', async () => {
    const { client, clock, provider } = setUp({
      budget: { limitUsd: '0.00008', per: 'day', timeZone: 'Europe/Berlin' },
      max_completion_tokens: 100,
    });
    await client.ask('Hello?');
    await client.ask('Hello?');
    await expect(client.ask('Hello?')).rejects.toMatchObject({
      kind: 'budget',
      message: expect.stringContaining('(day '),
    });
    await clock.advance(86_400_000);
    await client.ask('Hello?');
    expect(provider.requests).toHaveLength(3);
  });

  it('takes several: an amount, what is only counted, plain ones and made ones', async () => {
    const ledger = memoryLedger();
    const { client } = setUp({
      ledger,
      budget: [
        '0.50',
        { limitUsd: '0.01', per: 'call' },
        { id: 'user-7', limitUsd: '20', per: 'month', soft: true },
        scope({ id: 'user-7', limitUsd: '2' }),
        { id: 'project' },
      ],
      max_completion_tokens: 100,
    });
    const { receipts } = await client.ask('Hello?');
    const session = expect.stringMatching(/^session_/);
    expect(receipts[0]?.scopeIds).toEqual([session, 'user-7', 'project']);
    expect(await ledger.balance('project')).toMatchObject({ settled: 4_200_000n });
    expect(await ledger.balance({ id: 'user-7', per: 'month' })).toMatchObject({
      settled: 4_200_000n,
    });
  });

  it.each([
    ['budget is a number, and numbers cannot hold', 0.5],
    ['budget is null', null],
    ['budget has a sign', '-1'],
    ['budget is not an amount', 'much'],
    ['budget.limitUsd is missing', {}],
    ['budget.limitUsd is missing', { per: 'day' }],
    ['budget.limitUsd is a number, and numbers cannot hold', { limitUsd: 5 }],
    ['budget.limitUsd has a separator', { limitUsd: '1,000' }],
    ['budget.per is none of call, hour', { limitUsd: '5', per: 'year' }],
    ['budget.timeZone is "Europe/Atlantis"', { limitUsd: '5', timeZone: 'Europe/Atlantis' }],
    ['budget.timezone is no option', { limitUsd: '5', per: 'day', timezone: 'Europe/Berlin' }],
    ['budget.soft is neither', { limitUsd: '5', soft: 'no' }],
    ['budget.id is missing', { id: '', limitUsd: '5' }],
    ['budget.limit is no picodollars', { id: 'session', limit: 5 }],
    ['budget.limitUsd is no option', { id: 'session', limit: 5n, limitUsd: '5' }],
    ['budget.id is missing', { limit: 5n }],
    ['budget[1] is a boolean', ['0.50', true]],
    ['budget[1].per is none of', ['0.50', { id: 'user', limitUsd: '5', per: 'session' }]],
    ['budget[2].per is none of', ['0.50', '1', { id: 'user', limit: 5n, per: 'session' }]],
    ['budget[0].0 is no option', [['0.50']]],
  ])('says at once that %s …, and what to write', (start, budget) => {
    expect(() => setUp({ budget } as Partial<ChatClientOptions>)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringMatching(new RegExp(`^${start.replace(/[[\].]/g, '\\$&')}`)),
        fix: expect.stringMatching(/[Ww]rite|Leave|There are|Say|Name|give/),
      }),
    );
  });

  it('wants a name for a limit per day in a ledger that others share, where none would begin anew with each client', () => {
    const budget = { limitUsd: '5', per: 'day' as const };
    expect(() => setUp({ budget, ledger: memoryLedger() })).toThrow('budget.id is missing');
    setUp({ budget: { id: 'my-app', ...budget }, ledger: memoryLedger() });
    setUp({ budget: { limitUsd: '5', per: 'call' }, ledger: memoryLedger() });
  });

  it('holds over all clients that share a ledger and a scope', async () => {
    const ledger = memoryLedger();
    const budget = scope({ id: 'team', limitUsd: '0.015' });
    const one = setUp({ ledger, budget, retry: false }, { status: 500, body: '' });
    const two = setUp({ ledger, budget });
    await expect(one.client.ask('Hello?')).rejects.toMatchObject({ kind: 'server' });
    // The failed call is charged its worst case (about a cent), which leaves too little for another.
    await expect(two.client.ask('Hello?')).rejects.toMatchObject({ kind: 'budget' });
    expect(two.provider.requests).toEqual([]);
  });

  it('keeps the first error as the cause when there is no money for another try', async () => {
    const { client, clock } = setUp({ budget: '0.015' }, { status: 500, body: '' });
    const asking = client.ask('Hello?');
    asking.catch(() => {});
    await clock.advance(1000);
    await expect(asking).rejects.toMatchObject({
      kind: 'budget',
      gaveUp: 'budget',
      cause: { kind: 'server' },
    });
  });
});
