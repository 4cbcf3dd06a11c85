import {
  type Call,
  ChatError,
  type ChatStream,
  type PartialCompletion,
  type StreamEnd,
  stack,
  user,
  type Watcher,
} from '@farebox/core';
import { describe, expect, it } from 'vitest';
import type { Ledger } from './ledger.js';
import { memoryLedger } from './memory/memory-ledger.js';
import { meter } from './meter.js';
import { pendingReceipts } from './pending-receipts.js';
import type { Receipt } from './receipt.js';
import { budgetScope, scope } from './scope.js';

const request = { model: 'gpt-4o-mini', messages: [user('Hello')], max_completion_tokens: 100 };
const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
const aborted = new ChatError({ kind: 'aborted', message: 'By the caller.' });
const session = scope({ id: 'session', limitUsd: '1' });

/** What a whole answer says at its end. */
function whole(): PartialCompletion {
  const message = { role: 'assistant', content: 'Hi', refusal: null } as const;
  return {
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'gpt-4o-mini',
    choices: [{ index: 0, message, finish_reason: 'stop', logprobs: null }],
    usage,
  };
}

/** An attempt that is aborted before its answer, and whose reply is read on until `end` is called. */
async function abortedOpening(ledger: Ledger) {
  const watchers: Watcher[] = [];
  const { usage: _, ...reply } = whole();
  const nothing: PartialCompletion = { ...reply, choices: [] };
  let partial = nothing;
  const stream = {
    facts: { status: 200, requestId: 'req_1' },
    partial: () => partial,
    watch: (watcher: Watcher) => void watchers.push(watcher),
  } as unknown as ChatStream;
  const drained: Call = async (_request, context) => {
    context.onDrain?.(stream);
    throw aborted;
  };
  const receipts: Receipt[] = [];
  const toldOutside: ChatStream[] = [];
  const pending = pendingReceipts();
  const metered = meter({ ledger, pending, onReceipt: (receipt) => receipts.push(receipt) });
  const call = stack(budgetScope(session), metered)(drained);
  const onDrain = (told: ChatStream) => void toldOutside.push(told);
  await expect(call(request, { onDrain })).rejects.toBe(aborted);
  return {
    receipts,
    pending,
    stream,
    toldOutside,
    end: async (how: StreamEnd, reply = nothing) => {
      partial = reply;
      await Promise.all(watchers.map((watcher) => watcher.end?.(how)));
    },
  };
}

describe('an attempt that is aborted before its answer, and drained', () => {
  it('keeps its reservation until the drain is over, and settles what was reported', async () => {
    const ledger = memoryLedger();
    const { receipts, pending, stream, toldOutside, end } = await abortedOpening(ledger);
    expect(receipts).toEqual([]);
    expect((await ledger.balance(session)).reserved).toBeGreaterThan(0n);
    expect(toldOutside).toEqual([stream]);
    await end('aborted', whole());
    await pending.settled();
    expect(receipts).toMatchObject([
      { outcome: 'aborted', cost: { known: 'reported' }, usage, requestId: 'req_1' },
    ]);
    expect((await ledger.balance(session)).reserved).toBe(0n);
  });

  it('settles at its bound when the drain brought nothing', async () => {
    const { receipts, end } = await abortedOpening(memoryLedger());
    await end('aborted');
    expect(receipts).toMatchObject([{ outcome: 'aborted', cost: { known: 'bounded' } }]);
  });

  it('that outgrew what was reserved for it closes the scope', async () => {
    const ledger = memoryLedger();
    const { receipts, end } = await abortedOpening(ledger);
    const code = 'over-reservation';
    await end({ failed: new ChatError({ kind: 'budget', code, message: 'Too long.' }) }, whole());
    expect(receipts).toMatchObject([{ overrun: true }]);
    expect((await ledger.balance(session)).closed).toBe(true);
  });

  it('whose receipt cannot be written tells whoever waits for it: nobody else hears', async () => {
    const full = new ChatError({ kind: 'store', message: 'The disk is full.' });
    const ledger = { ...memoryLedger(), settle: () => Promise.reject(full) };
    const { pending, end } = await abortedOpening(ledger);
    await expect(end('aborted', whole())).rejects.toBe(full);
    await expect(pending.settled()).rejects.toBe(full);
  });
});
