import { ChatError } from '@farebox/core';
import { memoryLedger, type Receipt } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import { ChatClient } from './chat-client.js';
import type { ChatClientOptions } from './client-options.js';
import { setUp } from './fixtures/set-up.js';

const piece = (choices: unknown[], usage: unknown = null) =>
  `data: ${JSON.stringify({ id: 'c', model: 'gpt-4o-mini', choices, usage })}\n\n`;
const begun = piece([{ index: 0, delta: { content: 'Hello' } }]);
const usage = { prompt_tokens: 20, completion_tokens: 2, total_tokens: 22 };
const rest =
  piece([{ index: 0, delta: { content: ' there' }, finish_reason: 'stop' }]) +
  piece([], usage) +
  'data: [DONE]\n\n';

/** A client whose answer goes on when the test says so. */
function drained(options: Partial<ChatClientOptions> = {}) {
  const receipts: Receipt[] = [];
  const bodies: ReadableStreamDefaultController<Uint8Array>[] = [];
  const requests: string[] = [];
  const { client, clock } = setUp({
    budget: '1',
    max_completion_tokens: 100,
    drain: {},
    observe: (event) => void (event.type === 'receipt' && receipts.push(event.receipt)),
    fetch: async (_input, init) => {
      requests.push(String(init?.body));
      return new Response(
        new ReadableStream({
          start(body) {
            bodies.push(body);
            body.enqueue(new TextEncoder().encode(begun));
          },
        }),
      );
    },
    ...options,
  });
  const send = (text: string) => bodies.at(-1)?.enqueue(new TextEncoder().encode(text));
  return { client, clock, receipts, requests, send };
}

describe('ChatClient with drain', () => {
  it('a reader who leaves is let go at once; the receipt comes with the usage, and is waited for', async () => {
    const { client, clock, receipts, requests, send } = drained();
    for await (const _ of client.stream('Hi')) break;
    expect([receipts, client.spent]).toEqual([[], 0n]);
    let isSettled = false;
    const settled = client.settled().then(() => {
      isSettled = true;
    });
    await clock.advance(1000);
    expect(isSettled).toBe(false);
    send(rest);
    await clock.advance(0);
    await settled;
    const amount = 20n * 150_000n + 2n * 600_000n;
    expect(receipts).toMatchObject([
      { outcome: 'abandoned', cost: { known: 'reported', amount }, usage, finishReason: 'stop' },
    ]);
    expect(client.spent).toBe(amount);
    expect(client.usage).toMatchObject({ outputTokens: 2 });
    expect(clock.pending).toBe(0);
    expect(requests[0]).not.toContain('drain');
  });

  it('an answer that goes on for too long is charged its reservation after two seconds', async () => {
    const { client, clock, receipts } = drained();
    for await (const _ of client.stream('Hi')) break;
    await clock.advance(1999);
    expect(receipts).toEqual([]);
    await clock.advance(1);
    await client.settled();
    expect(receipts).toMatchObject([{ outcome: 'abandoned', cost: { known: 'bounded' } }]);
  });

  it('its calls hold money while they are drained, so that no limit is passed meanwhile', async () => {
    const { client, clock, send } = drained({ budget: '0.0001', retry: false });
    for await (const _ of client.stream('Hi')) break;
    const refused = await client.ask('Hi').catch((error) => error);
    expect(refused).toMatchObject({ kind: 'budget' });
    send(rest);
    await clock.advance(0);
    await client.settled();
    const answering = client.ask('Hi');
    await clock.advance(0);
    send(rest);
    expect((await answering).text).toBe('Hello there');
  });

  it('a receipt that cannot be written is told by settled(), once', async () => {
    const full = new ChatError({ kind: 'store', message: 'The disk is full.' });
    const ledger = { ...memoryLedger(), settle: () => Promise.reject(full) };
    const { client, clock, send } = drained({ ledger });
    for await (const _ of client.stream('Hi')) break;
    send(rest);
    await clock.advance(0);
    await expect(client.settled()).rejects.toMatchObject({ kind: 'store' });
    await client.settled();
  });

  it('a bound that is none is refused at once', () => {
    const options = { model: 'gpt-4o-mini', apiKey: 'sk-canary-0123456789', drain: { ms: 0 } };
    expect(() => new ChatClient(options)).toThrow('drain.ms is 0');
  });
});
