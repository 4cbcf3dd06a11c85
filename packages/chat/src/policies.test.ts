import { memoryLedger, type Receipt } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import { ChatClient } from './chat-client.js';
import type { ChatClientOptions } from './client-options.js';
import { setUp } from './fixtures/set-up.js';

/** What it takes in bytes and rates to ask gpt-4o-mini `Hello?`, and each token of its answer. */
const promptBound = 12_900_000n + 600_000n;
const tokenCost = 600_000n;

describe('unknownPrice', () => {
  it('refuses a model that the price list lacks, unless told otherwise by name', async () => {
    const unpriced = { model: 'gpt-99', budget: '10', max_completion_tokens: 10 };
    const refusing = setUp(unpriced);
    await expect(refusing.client.ask('Hello?')).rejects.toMatchObject({ code: 'no-bound' });
    expect(refusing.provider.requests).toEqual([]);
    for (const unknownPrice of ['assume-highest', 'allow'] as const) {
      const { client, provider } = setUp({ ...unpriced, unknownPrice });
      await client.ask('Hello?');
      // A policy is no parameter of the request.
      expect(provider.requests[0]?.body).not.toHaveProperty('unknownPrice');
    }
  });
});

describe('unknownOutcome', () => {
  const cut = { text: 'Hello there', cut: true };
  const costOf = async (options: Partial<ChatClientOptions>) => {
    const receipts: Receipt[] = [];
    const { client } = setUp(
      {
        budget: '1',
        max_completion_tokens: 100,
        retry: false,
        observe: (event) => event.type === 'receipt' && receipts.push(event.receipt),
        ...options,
      },
      cut,
    );
    await expect(client.ask('Hello?')).rejects.toMatchObject({ kind: 'truncated' });
    return receipts.map(({ cost }) => cost);
  };

  it('charges a cut answer at its reservation, at what arrived, or at nothing', async () => {
    const most = promptBound + 100n * tokenCost;
    expect(await costOf({})).toEqual([{ known: 'bounded', amount: most }]);
    const arrived = promptBound + 11n * tokenCost;
    expect(await costOf({ unknownOutcome: 'received' })).toEqual([
      { known: 'estimated', amount: arrived },
    ]);
    expect(await costOf({ unknownOutcome: 'zero' })).toEqual([{ known: 'estimated', amount: 0n }]);
  });

  it.each([
    ['max', promptBound + 100n * tokenCost],
    ['received', promptBound + 11n * tokenCost],
    ['zero', 0n],
  ] as const)(
    '%s: charges what its reader leaves, or aborts, in the same way',
    async (unknownOutcome, amount) => {
      const options = { budget: '1', max_completion_tokens: 100, unknownOutcome };
      const left = setUp(options, { stalls: true });
      for await (const text of left.client.stream('Hello?')) {
        expect(text).toBe('Hello there');
        break;
      }
      expect(left.client.spent).toBe(amount);

      const aborted = setUp(options, { stalls: true });
      const abort = new AbortController();
      const reading = async () => {
        for await (const _ of aborted.client.stream('Hello?', { signal: abort.signal }))
          abort.abort();
      };
      await expect(reading()).rejects.toMatchObject({ kind: 'aborted', delivered: true });
      expect(aborted.client.spent).toBe(amount);
    },
  );
});

describe('fit', () => {
  it('sends the largest ceiling that the rest of the budget buys, down to the floor', async () => {
    const ledger = memoryLedger();
    const options = { ledger, budget: '0.00005', fit: { leastTokens: 10 } };
    const { client, provider } = setUp(options);
    await client.ask('Hello?');
    const ceiling = Number(provider.requests[0]?.body.max_completion_tokens);
    expect(ceiling).toBe(Number((50_000_000n - promptBound) / tokenCost));
    expect(provider.requests[0]?.body).not.toHaveProperty('fit');
    const [receipt] = await ledger.receipts();
    expect(receipt?.reserved).toBeLessThanOrEqual(50_000_000n);
  });

  it('refuses where not even the floor is left', async () => {
    const { client, provider } = setUp({ budget: '0.00005', fit: { leastTokens: 99 } });
    await expect(client.ask('Hello?')).rejects.toMatchObject({ kind: 'budget', code: 'no-room' });
    expect(provider.requests).toEqual([]);
  });
});

describe('policies that do not exist', () => {
  it.each([
    ['unknownPrice', { unknownPrice: 'ignore' }],
    ['unknownOutcome', { unknownOutcome: 'recieved' }],
    ['fit.leastTokens', { fit: { leastTokens: 0 } }],
  ])('are refused at once, by the name of %s', (name, wrong) => {
    const options = { model: 'gpt-4o-mini', apiKey: 'sk-x', ...wrong } as ChatClientOptions;
    expect(() => new ChatClient(options)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringContaining(name),
      }),
    );
  });
});
