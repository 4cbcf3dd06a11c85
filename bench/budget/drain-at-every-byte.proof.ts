import { getEventListeners } from 'node:events';
import { ChatClient } from '@farebox/chat';
import { isChatError } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { amountOf, memoryLedger, type Receipt, scope } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import { beforeAll, expect, it } from 'vitest';

const options = {
  model: 'gpt-4o-mini',
  apiKey: 'sk-of-the-test-0000000000',
  max_completion_tokens: 3,
  retry: false,
} as const;
const drain = { ms: 2000, bytes: 100_000 };

/** What the simulator answered, and what its books say that it bills for it. */
let recorded: Uint8Array<ArrayBuffer>;
let billed: bigint;
/** From here on everything that a receipt needs has come. */
let usageEnd: number;

beforeAll(async () => {
  const simulator = simulate({ seed: 1 });
  let bytes: Promise<ArrayBuffer> | undefined;
  const client = new ChatClient({
    ...options,
    fetch: async (input, init) => {
      const response = await simulator.fetch(input, init);
      bytes = response.clone().arrayBuffer();
      return response;
    },
  });
  await client.ask('Explain a for loop');
  recorded = new Uint8Array((await bytes) ?? new ArrayBuffer());
  billed = simulator.books.requests[0]?.cost ?? 0n;
  const text = new TextDecoder().decode(recorded);
  usageEnd = text.indexOf('\n\n', text.indexOf('"usage":{')) + 2;
  expect(client.spent).toBe(billed);
});

/** What becomes of the rest of a reply whose caller has aborted. */
interface Rest {
  readonly drain: typeof drain | undefined;
  readonly afterMs: number;
  /** As it is, broken off, or one byte at a time. */
  readonly how: 'whole' | 'cut' | 'in bytes';
}

async function abortAfter(offset: number, rest: Rest) {
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const ledger = memoryLedger({ now: () => clock.now() });
  const budget = scope({ id: 'session', limitUsd: '1' });
  const controller = new AbortController();
  const receipts: Receipt[] = [];
  const sendRest = (body: ReadableStreamDefaultController<Uint8Array>) => {
    const left = recorded.slice(offset);
    if (rest.how === 'cut') return body.error(new TypeError('terminated'));
    if (rest.how === 'in bytes') for (const byte of left) body.enqueue(Uint8Array.of(byte));
    else if (left.length > 0) body.enqueue(left);
    body.close();
  };
  let pulls = 0;
  const client = new ChatClient({
    ...options,
    clock,
    ledger,
    budget,
    drain: rest.drain,
    observe: (event) => void (event.type === 'receipt' && receipts.push(event.receipt)),
    fetch: async (_input, init) => {
      let isOpen = true;
      const close = () => {
        isOpen = false;
      };
      const body = new ReadableStream<Uint8Array>(
        {
          start: (source) =>
            init?.signal?.addEventListener('abort', () => {
              close();
              source.error(init.signal?.reason);
            }),
          pull(source) {
            if (++pulls === 1 && offset > 0) return source.enqueue(recorded.slice(0, offset));
            if (!controller.signal.aborted) {
              clock.after(rest.afterMs, () => isOpen && sendRest(source));
              controller.abort();
            }
            return undefined;
          },
          cancel: close,
        },
        { highWaterMark: 0 },
      );
      return new Response(body);
    },
  });
  let rejectedMs: number | undefined;
  let error: unknown;
  const asking = client.ask('Explain a for loop', { signal: controller.signal }).catch((thrown) => {
    rejectedMs = clock.monotonicMs();
    error = thrown;
  });
  await clock.advance(0);
  const reserved = (await ledger.balance(budget)).reserved > 0n;
  const isPending = receipts.length === 0;
  await clock.advance(2000);
  await Promise.all([asking, client.settled()]);
  await clock.advance(60_000);
  const { cost, outcome } = receipts[0] ?? {};
  return {
    kind: isChatError(error) ? error.kind : error,
    rejectedMs,
    receipts: receipts.length,
    outcome,
    known: cost?.known,
    charged: cost === undefined ? undefined : amountOf(cost),
    isReservedWhilePending: reserved === isPending,
    timers: clock.pending,
    listeners: getEventListeners(controller.signal, 'abort').length,
    reserved: (await ledger.balance(budget)).reserved,
  };
}

const rests: readonly [string, Rest, 'reported' | 'bounded'][] = [
  ['comes in time', { drain, afterMs: 1999, how: 'whole' }, 'reported'],
  ['comes in time, byte by byte', { drain, afterMs: 1, how: 'in bytes' }, 'reported'],
  ['comes too late', { drain, afterMs: 2000, how: 'whole' }, 'bounded'],
  [
    'is larger than allowed',
    { drain: { ms: 2000, bytes: 1 }, afterMs: 1, how: 'whole' },
    'bounded',
  ],
  ['is cut off', { drain, afterMs: 1, how: 'cut' }, 'bounded'],
  ['is not drained', { drain: undefined, afterMs: 1, how: 'whole' }, 'bounded'],
];

it.each(rests)(
  'an abort at every byte, where the rest %s: the receipt is exactly what was reported or the bound, never less than the books',
  { timeout: 120_000 },
  async (_name, rest, otherwise) => {
    for (let offset = 0; offset < recorded.length; offset++) {
      const { charged = 0n, ...seen } = await abortAfter(offset, rest);
      const known = offset >= usageEnd ? 'reported' : otherwise;
      expect(seen, `aborted after ${offset} bytes`).toEqual({
        kind: 'aborted',
        rejectedMs: 0,
        receipts: 1,
        outcome: 'aborted',
        known,
        isReservedWhilePending: true,
        timers: 0,
        listeners: 0,
        reserved: 0n,
      });
      if (known === 'reported') expect(charged).toBe(billed);
      else expect(charged).toBeGreaterThan(billed);
    }
  },
);
