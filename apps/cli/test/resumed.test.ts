import { ChatClient, type ChatClientOptions, type Observer } from '@farebox/chat';
import { type ChatError, isChatError } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { memoryLedger, scope } from '@farebox/cost';
import { type FaultStep, simulate } from '@farebox/simulator';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

const apiKey = 'sk-resumed-of-the-test-000';
const prompt = 'Explain a for loop';
const limit = 100_000_000_000n;

/** What one restarted call came to, the provider's books beside the client's. */
interface Played {
  /** What a page shows that takes away what is void. */
  readonly shown: string;
  /** All text that was handed out, void or not. */
  readonly text: string;
  readonly error: ChatError | undefined;
  readonly discards: readonly number[];
  readonly receipts: readonly { readonly attempt: number }[];
  readonly requests: number;
  readonly billed: bigint;
  readonly spent: bigint;
  readonly settled: bigint;
  readonly reserved: bigint;
  readonly timers: number;
}

interface Play {
  readonly faults: readonly FaultStep[];
  readonly limitUsd?: string;
  readonly abortAtMs?: number | undefined;
  readonly leaveAfter?: number | undefined;
  readonly seed?: number;
  readonly limits?: ChatClientOptions['limits'];
}

async function play(options: Play) {
  const { faults, limitUsd = '0.10', abortAtMs, leaveAfter, seed = 1, limits } = options;
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const simulator = simulate({ seed, clock, faults });
  const ledger = memoryLedger({ now: () => clock.now() });
  const budget = scope({ id: 'session', limitUsd });
  const { fetch } = simulator;
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    max_completion_tokens: 200,
    apiKey,
    fetch,
    clock,
    ledger,
    budget,
    limits,
    random: () => 0.5,
    onTruncated: 'restart',
  });
  const controller = new AbortController();
  const cancel =
    abortAtMs === undefined ? () => {} : clock.after(abortAtMs, () => controller.abort());
  let shown = '';
  let text = '';
  const discards: number[] = [];
  const observe: Observer = (event) => {
    if (event.type !== 'restart') return;
    discards.push(event.discard.characters);
    shown = shown.slice(event.discard.characters);
  };
  const read = async () => {
    let pieces = 0;
    for await (const piece of client.stream(prompt, { observe, signal: controller.signal })) {
      shown += piece;
      text += piece;
      if (++pieces === leaveAfter) break;
    }
  };
  let isOver = false;
  const reading = read()
    .then(() => undefined)
    .catch((thrown) => thrown)
    .finally(() => {
      isOver = true;
    });
  while (!isOver) await clock.advance(1_000);
  const error = await reading;
  cancel();
  if (error !== undefined && !isChatError(error)) throw error;
  const { settled, reserved } = await ledger.balance('session');
  const played: Played = {
    shown,
    text,
    error,
    discards,
    receipts: await ledger.receipts(),
    requests: simulator.books.requests.length,
    billed: simulator.books.cost,
    spent: client.spent,
    settled,
    reserved,
    timers: clock.pending,
  };
  return played;
}

/** What holds of every call, however it ended. */
function expectSound(played: Played): void {
  const { receipts, error, shown, text, discards } = played;
  expect(receipts.map(({ attempt }) => attempt)).toEqual(receipts.map((_, index) => index + 1));
  if (error !== undefined) {
    expect(error.attempts, 'attempts of the error').toBe(receipts.length);
    expect(error.partial?.choices[0]?.message.content ?? '').toBe(shown);
    expect(error.delivered).toBe(text !== '');
  }
  expect(text.slice(discards.reduce((sum, length) => sum + length, 0))).toBe(shown);
  expect(played.spent).toBe(played.settled);
  expect(played.reserved).toBe(0n);
  expect(played.billed, 'billed').toBeLessThanOrEqual(played.settled);
  expect(played.settled).toBeLessThanOrEqual(limit);
  expect(played.timers, 'timers left').toBe(0);
}

describe('an answer that breaks off and is restarted', () => {
  let whole = '';
  // The simulator loads its parts with its first request, which virtual time would not wait for.
  beforeAll(async () => {
    const client = new ChatClient({ model: 'gpt-4o-mini', apiKey, fetch: simulate().fetch });
    await client.ask(prompt);
    whole = (await play({ faults: [] })).text;
  });

  it.each<[string, FaultStep]>([
    ['a cut', { fault: 'cut', afterChunks: 7 }],
    ['a reset', { fault: 'reset', afterChunks: 7 }],
    ['a stall', { fault: 'stall', afterChunks: 7 }],
    ['an error event', { fault: 'error-event', afterChunks: 7 }],
    ['a cut inside an event', { fault: 'cut-in-event', afterChunks: 7 }],
    ['finish_reason "error"', { fault: 'finish-error', afterChunks: 7 }],
    ['a body shorter than its length', { fault: 'short-body', afterChunks: 7 }],
  ])('after %s the page shows the new answer, and both attempts are paid for', async (_, fault) => {
    const played = await play({ faults: [fault, 'ok'] });
    expectSound(played);
    expect(played.error).toBeUndefined();
    expect(played.discards).toHaveLength(1);
    expect(played.text.length).toBeGreaterThan(whole.length);
    expect(played.requests).toBe(2);
    expect(played.receipts).toMatchObject([
      { cost: { known: 'bounded' } },
      { outcome: 'completed', cost: { known: 'reported' } },
    ]);
  });

  it('after a chunk that is no JSON it is not', async () => {
    const played = await play({ faults: [{ fault: 'malformed-chunk', afterChunks: 7 }, 'ok'] });
    expectSound(played);
    expect(played.error).toMatchObject({ kind: 'protocol', attempts: 1 });
    expect(played.requests).toBe(1);
  });

  it('a reply that is too large is not asked for again', async () => {
    const played = await play({ faults: [], limits: { maxEvents: 7 } });
    expectSound(played);
    expect(played.error).toMatchObject({ kind: 'too-large', attempts: 1 });
    expect(played.requests).toBe(1);
  });

  it('when the budget has no room for the restart, the cut is the cause and the part is kept', async () => {
    const faults: FaultStep[] = [{ fault: 'cut', afterChunks: 7 }, 'ok'];
    const played = await play({ faults, limitUsd: '0.0002' });
    expectSound(played);
    expect(played.error).toMatchObject({ kind: 'budget', gaveUp: 'budget', delivered: true });
    expect(played.error?.cause).toMatchObject({ kind: 'truncated' });
    expect(played.shown).not.toBe('');
    expect(played.requests).toBe(1);
  });

  it('whatever it breaks off with, whenever it is aborted or left, the money and the text are right', async () => {
    const fault = fc.record({
      fault: fc.constantFrom('cut', 'reset', 'stall', 'error-event', 'short-body', 'cut-in-chunk'),
      afterChunks: fc.integer({ min: 0, max: 40 }),
    });
    const step = fc.oneof(
      fault,
      fc.constantFrom('ok', 'unavailable', 'rate-limit'),
    ) as fc.Arbitrary<FaultStep>;
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.option(fc.integer({ min: 0, max: 130_000 }), { nil: undefined }),
      fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      fc.integer({ min: 1, max: 1_000_000 }),
      async (faults, abortAtMs, leaveAfter, seed) => {
        const played = await play({ faults, abortAtMs, leaveAfter, seed });
        expectSound(played);
        const { error } = played;
        if (error !== undefined && abortAtMs === undefined) expect(error.kind).not.toBe('aborted');
      },
    );
    await fc.assert(property, { numRuns: 120 });
  }, 60_000);
});
