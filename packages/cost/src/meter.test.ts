import {
  type Call,
  type ChatCompletionChunk,
  ChatError,
  type ChatRequest,
  type ChatStream,
  type PartialCompletion,
  type StreamEnd,
  stack,
  user,
  type Watcher,
} from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { memoryLedger } from './memory/memory-ledger.js';
import { meter } from './meter.js';
import type { Receipt } from './receipt.js';
import { budgetScope, scope } from './scope.js';

const request: ChatRequest = {
  model: 'gpt-4o-mini',
  messages: [user('Hello')],
  max_completion_tokens: 100,
};
const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };

function reply(finish: 'stop' | null, withUsage: boolean): PartialCompletion {
  return {
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'gpt-4o-mini',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'Hi', refusal: null },
        finish_reason: finish,
        logprobs: null,
      },
    ],
    ...(withUsage && { usage }),
  };
}

/** A stream that has arrived and waits to be told its end. */
function heldStream(partial: PartialCompletion) {
  const watchers: Watcher[] = [];
  const stopped: ChatError[] = [];
  const stream: ChatStream = {
    facts: { status: 200, requestId: 'req_1' },
    reads: 0,
    text: () => (async function* () {})(),
    completion: () => Promise.reject(new Error('not here')),
    partial: () => partial,
    watch: (watcher) => watchers.push(watcher),
    stop: (error) => stopped.push(error),
    [Symbol.asyncIterator]: () => (async function* (): AsyncGenerator<ChatCompletionChunk> {})(),
  };
  const end = async (how: StreamEnd) => {
    for (const watcher of watchers) await watcher.end?.(how);
  };
  const arrived = () => {
    for (const watcher of watchers) watcher.arrived?.();
  };
  return { stream, end, arrived, stopped };
}

function metered(call: Call, limitUsd?: string) {
  const ledger = memoryLedger();
  const receipts: Receipt[] = [];
  const layers = stack(
    budgetScope(scope({ id: 'session', limitUsd })),
    meter({ ledger, onReceipt: (receipt) => receipts.push(receipt) }),
  );
  return { ledger, receipts, call: layers(call) };
}

describe('meter', () => {
  it('holds the worst case while the stream runs, and settles its usage before the stream ends', async () => {
    const { stream, end } = heldStream(reply('stop', true));
    const { ledger, receipts, call } = metered(async () => stream, '1');
    await call(request, { callId: 'call', attempt: 2, tags: { user: 'a' } });
    expect((await ledger.balance('session')).reserved).toBeGreaterThan(0n);
    expect(receipts).toEqual([]);
    await end('completed');
    expect(receipts).toMatchObject([
      {
        id: 'call/2',
        attempt: 2,
        outcome: 'completed',
        requestId: 'req_1',
        tags: { user: 'a' },
        scopeIds: ['session'],
        cost: { known: 'reported', amount: 4_500_000n },
      },
    ]);
    expect(await ledger.receipts()).toEqual(receipts);
  });

  it('sends nothing when the budget has no room', async () => {
    let sent = 0;
    const { call } = metered(async () => {
      sent++;
      return heldStream(reply('stop', true)).stream;
    }, '0.000001');
    await expect(call(request, {})).rejects.toMatchObject({ kind: 'budget' });
    expect(sent).toBe(0);
  });

  it.each<[StreamEnd, string]>([
    ['abandoned', 'abandoned'],
    ['aborted', 'aborted'],
    [{ failed: new ChatError({ kind: 'truncated', message: 'x', delivered: true }) }, 'truncated'],
    [{ failed: new ChatError({ kind: 'timeout', message: 'x', delivered: true }) }, 'timeout'],
  ])('charges the bound for a stream that ended early (%s)', async (how, outcome) => {
    const { stream, end } = heldStream(reply(null, true));
    const { ledger, receipts, call } = metered(async () => stream, '1');
    await call(request, {});
    const { reserved } = await ledger.balance('session');
    await end(how);
    expect(receipts).toMatchObject([{ outcome, cost: { known: 'bounded', amount: reserved } }]);
    expect(await ledger.balance('session')).toMatchObject({ settled: reserved, reserved: 0n });
  });

  it('believes usage that came after the finish, also when the caller then left', async () => {
    const { stream, end } = heldStream(reply('stop', true));
    const { receipts, call } = metered(async () => stream, '1');
    await call(request, {});
    await end('aborted');
    expect(receipts).toMatchObject([{ outcome: 'aborted', cost: { known: 'reported' } }]);
  });

  it('leaves a receipt for an attempt that failed, and passes the error on', async () => {
    const failure = new ChatError({ kind: 'server', message: 'down', requestId: 'req_2' });
    const { receipts, call } = metered(() => Promise.reject(failure), '1');
    await expect(call(request, {})).rejects.toBe(failure);
    expect(receipts).toMatchObject([
      { outcome: 'server', requestId: 'req_2', cost: { known: 'bounded' } },
    ]);
  });

  it('uses the clock of the context for its receipts', async () => {
    const { stream, end } = heldStream(reply('stop', true));
    const { receipts, call } = metered(async () => stream);
    const clock = { now: () => Date.UTC(2020, 0, 1), monotonicMs: () => 0, after: () => () => {} };
    await call(request, { clock });
    await end('completed');
    // In 2020 the model had no price yet.
    expect(receipts[0]?.cost).toEqual({ known: 'unknown' });
  });

  it('tells of a soft limit that the attempt can pass, and sends it all the same', async () => {
    const soft = scope({ id: 'team', limitUsd: '0.000001', soft: true });
    const { stream, end } = heldStream(reply('stop', true));
    const { call, receipts } = metered(async () => stream);
    const events: unknown[] = [];
    await call(request, { scopes: [soft], attempt: 2, onEvent: (event) => events.push(event) });
    expect(events).toEqual([{ type: 'soft-limit', attempt: 2, scopeIds: ['team'] }]);
    await end('completed');
    expect(receipts[0]?.softLimits).toEqual(['team']);
  });

  it('sends the request that fits what is left', async () => {
    const sent: ChatRequest[] = [];
    const { stream } = heldStream(reply('stop', true));
    const ledger = memoryLedger();
    const layers = stack(
      budgetScope(scope({ id: 'session', limitUsd: '0.00005' })),
      meter({ ledger, fit: { leastTokens: 10 } }),
    );
    const call = layers(async (asked) => {
      sent.push(asked);
      return stream;
    });
    await call(request, {});
    expect(sent[0]?.max_completion_tokens).toBeLessThan(100);
    expect(sent[0]?.max_completion_tokens).toBeGreaterThanOrEqual(10);
  });

  it('stops an answer that grows beyond its reservation, charges what came, and closes the scope', async () => {
    const long = reply(null, false);
    const [choice] = long.choices;
    if (choice !== undefined) choice.message.content = 'a long word '.repeat(1000);
    const { stream, end, arrived, stopped } = heldStream(long);
    const { call, ledger, receipts } = metered(async () => stream, '1');
    await call(request, {});
    arrived();
    expect(stopped).toMatchObject([{ kind: 'budget', code: 'over-reservation' }]);
    await end({ failed: stopped[0] as ChatError });
    expect(receipts).toMatchObject([{ outcome: 'budget', overrun: true, requestId: 'req_1' }]);
    expect(await ledger.balance('session')).toMatchObject({ closed: true, reserved: 0n });
  });

  it('leaves answers of any length alone where no hard limit is', async () => {
    const long = reply(null, false);
    const [choice] = long.choices;
    if (choice !== undefined) choice.message.content = 'a long word '.repeat(1000);
    const { stream, arrived, stopped } = heldStream(long);
    const { call } = metered(async () => stream);
    await call(request, {});
    arrived();
    expect(stopped).toEqual([]);
  });
});
