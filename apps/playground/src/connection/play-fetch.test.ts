import { ChatClient } from '@farebox/chat';
import { memoryLedger } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import { playFetch } from './play-fetch.js';

function clientOf(answer: () => Response) {
  const ledger = memoryLedger();
  const fetch = playFetch(async () => answer());
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    apiKey: 'a-token',
    baseURL: 'http://127.0.0.1:4173/v1',
    fetch,
    ledger,
    budget: '1',
    retry: false,
  });
  return { client, ledger };
}

const refusal = (error: unknown) => () => Response.json({ error }, { status: 402 });

describe('playFetch', () => {
  it('a refusal by a budget of the command is a budget error with its fix, and costs nothing here', async () => {
    const { client, ledger } = clientOf(
      refusal({ type: 'farebox_budget', message: 'No room: $0.01 left.', fix: 'Raise it.' }),
    );
    await expect(client.ask('Hi')).rejects.toMatchObject({
      kind: 'budget',
      message: 'No room: $0.01 left.',
      fix: 'Raise it.',
    });
    const [receipt] = await ledger.receipts();
    expect(receipt).toMatchObject({ outcome: 'budget', resolution: 'released' });
    expect(client.spent).toBe(0n);
  });

  it.each([
    ['an empty account', refusal({ message: 'Insufficient credits.' })],
    ['no JSON', () => new Response('No.', { status: 402 })],
    ['null', () => Response.json(null, { status: 402 })],
    ['a refusal without words', refusal({ type: 'farebox_budget', message: 7 })],
  ])('a 402 of the provider stays what it is: %s', async (_, answer) => {
    await expect(clientOf(answer).client.ask('Hi')).rejects.toMatchObject({ kind: 'quota' });
  });
});
