import { memoryLedger } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import { setUp } from './fixtures/set-up.js';

/** The most that `Hello?` with 100 tokens of answer can cost, and what the canned answer does cost. */
const most = 73_500_000n;
const cost = 4_200_000n;
const hello = { max_completion_tokens: 100 };

describe('nested budgets', () => {
  it('charge a call to session, user and project, or to none of them', async () => {
    const ledger = memoryLedger();
    const budget = [
      { id: 'session', limitUsd: '0.50' },
      { id: 'user', limitUsd: '0.00008', per: 'day' as const },
      { id: 'project', limitUsd: '100' },
    ];
    const { client, provider } = setUp({ ...hello, ledger, budget });
    await client.ask('Hello?');
    await client.ask('Hello?');
    await expect(client.ask('Hello?')).rejects.toMatchObject({
      kind: 'budget',
      code: 'no-room',
      message: expect.stringMatching(/of user \(day .* is left/),
    });
    expect(provider.requests).toHaveLength(2);
    for (const id of ['session', 'project']) {
      expect(await ledger.balance(id)).toEqual({ settled: 2n * cost, reserved: 0n, closed: false });
    }
  });

  it('hold a call to its own limit over all its attempts, and the next one to a whole one', async () => {
    const budget = ['1', { limitUsd: '0.0001', per: 'call' as const }];
    const { client, provider, clock } = setUp({ ...hello, budget }, { status: 500, body: '' }, {});
    const asking = client.ask('Hello?');
    asking.catch(() => {});
    await clock.advance(1000);
    await expect(asking).rejects.toMatchObject({ kind: 'budget', gaveUp: 'budget' });
    expect(provider.requests).toHaveLength(1);
    await client.ask('Hello?');
    expect(client.spent).toBe(most + cost);
  });

  it('warn of a soft limit, once per attempt that can pass it, and send the call', async () => {
    const events: unknown[] = [];
    const { client } = setUp({
      ...hello,
      budget: ['1', { id: 'team', limitUsd: '0.00008', soft: true }],
      observe: ({ type, ...event }) => type === 'soft-limit' && events.push(event),
    });
    await client.ask('Hello?');
    await client.ask('Hello?');
    expect(events).toEqual([]);
    const { receipts } = await client.ask('Hello?');
    expect(events).toEqual([{ attempt: 1, scopeIds: ['team'] }]);
    expect(receipts[0]?.softLimits).toEqual(['team']);
  });

  it('close when an answer costs more than was reserved, and the next call is refused until they are reopened', async () => {
    const ledger = memoryLedger();
    const budget = [{ id: 'session', limitUsd: '1' }, { id: 'counted' }];
    const long = { text: 'word '.repeat(200) };
    const { client, provider } = setUp({ ...hello, ledger, budget }, long, {});
    const [receipt] = (await client.ask('Hello?')).receipts;
    expect(receipt).toMatchObject({ overrun: true, reserved: most });
    await expect(client.ask('Hello?')).rejects.toMatchObject({ kind: 'budget', code: 'overrun' });
    expect(provider.requests).toHaveLength(1);
    await ledger.reopen('session');
    await client.ask('Hello?');
  });
});
