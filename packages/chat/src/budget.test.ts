import { memoryLedger, scope } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
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
