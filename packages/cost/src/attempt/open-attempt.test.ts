import { type ChatRequest, user } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { memoryLedger } from '../memory/memory-ledger.js';
import { scope } from '../scope.js';
import { openAttempt } from './open-attempt.js';

const request: ChatRequest = {
  model: 'gpt-4o-mini',
  messages: [user('Hello')],
  max_completion_tokens: 100,
};
const usage = { prompt_tokens: 1000, completion_tokens: 500, total_tokens: 1500 };
const now = () => Date.UTC(2026, 10, 1);

async function open(changes: Partial<ChatRequest> = {}, limitUsd: string | null = '1') {
  const ledger = memoryLedger({ now });
  const session = scope({ id: 'session', limitUsd: limitUsd ?? undefined });
  const attempt = await openAttempt({
    ledger,
    scopes: [session],
    request: { ...request, ...changes },
    callId: 'call',
    now,
  });
  return { ledger, attempt };
}

describe('openAttempt', () => {
  it('reserves the most the request can cost, and settles what its usage says', async () => {
    const { ledger, attempt } = await open();
    // 64 for the request, 16 for the message and 5 bytes of text in; 100 tokens out.
    expect(attempt.bound).toBe(85n * 150_000n + 100n * 600_000n + 4n * 150_000n);
    expect(await ledger.balance('session')).toMatchObject({ reserved: attempt.bound });
    const small = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
    const receipt = await attempt.settle({ model: 'gpt-4o-mini-2024-07-18', usage: small });
    expect(receipt).toMatchObject({
      id: 'call/1',
      outcome: 'completed',
      model: 'gpt-4o-mini-2024-07-18',
      cost: { known: 'reported', amount: 10n * 150_000n + 5n * 600_000n },
      overrun: false,
    });
    expect(receipt.lines).toHaveLength(2);
    expect(await ledger.balance('session')).toMatchObject({ settled: 4_500_000n, reserved: 0n });
  });

  it('refuses under a limit what no price bounds, naming it', async () => {
    await expect(open({ model: 'gpt-9' })).rejects.toMatchObject({
      kind: 'budget',
      code: 'no-bound',
      message:
        'What the call could cost is unknown (no price for model "gpt-9"), so the limit of session refuses it.',
    });
  });

  it('refuses under a limit a tier that the price list lacks', async () => {
    await expect(open({ service_tier: 'scale' })).rejects.toMatchObject({
      code: 'no-bound',
      message: expect.stringContaining('no price for service_tier "scale"'),
    });
  });

  it('reserves the dearer of the tier that is asked for and the standard one', async () => {
    const standard = (await open({ model: 'gpt-5' })).attempt.bound ?? 0n;
    expect((await open({ model: 'gpt-5', service_tier: 'flex' })).attempt.bound).toBe(standard);
    expect((await open({ model: 'gpt-5', service_tier: 'fast' })).attempt.bound).toBe(
      2n * standard,
    );
  });

  it('lets an unknown model through without a limit; its cost is unknown, not 0', async () => {
    const { attempt } = await open({ model: 'gpt-9' }, null);
    const receipt = await attempt.settle({ model: 'gpt-9', usage });
    expect(receipt.cost).toEqual({ known: 'unknown' });
    expect(receipt.usage).toEqual(usage);
  });

  it('charges the bound when no usage came, or usage that contradicts itself', async () => {
    const silent = await open();
    const { cost } = await silent.attempt.settle({ model: 'gpt-4o-mini' });
    expect(cost).toEqual({ known: 'bounded', amount: silent.attempt.bound });
    const wrong = await open();
    const lying = { prompt_tokens: -1, completion_tokens: 5, total_tokens: 4 };
    const receipt = await wrong.attempt.settle({ model: 'gpt-4o-mini', usage: lying });
    expect(receipt.cost).toEqual({ known: 'bounded', amount: wrong.attempt.bound });
  });

  it('prices the tier that was served, whichever was asked for', async () => {
    const costs = { default: 6_250_000n, priority: 12_500_000n, flex: 3_125_000n };
    for (const [service_tier, amount] of Object.entries(costs)) {
      const { attempt } = await open({ model: 'gpt-5', service_tier: 'fast' });
      const five = { prompt_tokens: 5, completion_tokens: 0, total_tokens: 5 };
      const { cost } = await attempt.settle({ model: 'gpt-5', usage: five, service_tier });
      expect(cost).toEqual({ known: 'reported', amount });
    }
  });

  it('marks the amount estimated when another tier was served than the list prices', async () => {
    const { attempt } = await open();
    const reply = { model: 'gpt-4o-mini', usage, service_tier: 'scale' };
    expect((await attempt.settle(reply)).cost).toMatchObject({ known: 'estimated' });
  });

  it('charges nothing when the provider refused, and the bound when it may have generated', async () => {
    const refused = await open();
    const receipt = await refused.attempt.fail(Object.assign(new Error('no'), { status: 401 }));
    expect(receipt).toMatchObject({
      outcome: 'authentication',
      cost: { known: 'reported', amount: 0n },
    });
    const lost = await open();
    const { cost, outcome } = await lost.attempt.fail(new TypeError('terminated'));
    expect(cost).toEqual({ known: 'bounded', amount: lost.attempt.bound });
    expect(outcome).toBe('connection');
  });

  it('prices by the model that answered, and else by the one that was asked', async () => {
    const dear = await open();
    const answered = await dear.attempt.settle({ model: 'gpt-4o', usage });
    expect(answered.cost).toMatchObject({ amount: 1000n * 2_500_000n + 500n * 10_000_000n });
    expect(answered.overrun).toBe(true);
    const unlisted = await open();
    const receipt = await unlisted.attempt.settle({ model: 'my-deployment', usage });
    expect(receipt.cost).toEqual({ known: 'estimated', amount: 450_000_000n });
  });
});
