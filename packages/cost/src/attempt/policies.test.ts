import { ChatError, type ChatRequest, user } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { memoryLedger } from '../memory/memory-ledger.js';
import { scope } from '../scope.js';
import type { AttemptPolicies } from './attempt-policies.js';
import { openAttempt } from './open-attempt.js';

const request: ChatRequest = {
  model: 'gpt-4o-mini',
  messages: [user('Hello')],
  max_completion_tokens: 100,
};
const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
const now = () => Date.UTC(2026, 10, 1);
/** The prompt's bound at gpt-4o-mini's rates, and a token of output. */
const prompt = 85n * 150_000n + 4n * 150_000n;
const token = 600_000n;

async function open(policies: AttemptPolicies, changes: Partial<ChatRequest> = {}, limitUsd = '1') {
  const ledger = memoryLedger({ now });
  const attempt = await openAttempt({
    ledger,
    scopes: [scope({ id: 'session', limitUsd })],
    request: { ...request, ...changes },
    now,
    ...policies,
  });
  return { ledger, attempt };
}

describe('unknownPrice', () => {
  it('refuse: a model without a price is not sent under a hard limit, and is under a soft one', async () => {
    await expect(open({}, { model: 'gpt-99' })).rejects.toMatchObject({ code: 'no-bound' });
    const soft = scope({ id: 'session', limitUsd: '1', soft: true });
    const unpriced = { ...request, model: 'gpt-99' };
    const attempt = await openAttempt({
      ledger: memoryLedger(),
      scopes: [soft],
      request: unpriced,
    });
    expect(attempt.bound).toBeUndefined();
  });

  it('assume-highest: it counts at the dearest rates of the list, reserved and settled', async () => {
    const { attempt } = await open({ unknownPrice: 'assume-highest' }, { model: 'gpt-99' }, '100');
    const dear = await open({}, { model: 'o1-pro' }, '100');
    expect(attempt.bound).toBeGreaterThanOrEqual(dear.attempt.bound ?? 0n);
    const { cost, overrun } = await attempt.settle({ model: 'gpt-99', usage });
    expect(cost.known).toBe('estimated');
    expect(cost.known !== 'unknown' && cost.amount > 15n * token).toBe(true);
    expect(overrun).toBe(false);
  });

  it('assume-highest: it is still refused without an output ceiling, which no price can replace', async () => {
    const asked = open(
      { unknownPrice: 'assume-highest' },
      { model: 'gpt-99', max_completion_tokens: null },
      '100',
    );
    await expect(asked).rejects.toMatchObject({
      code: 'no-bound',
      message: expect.stringContaining('max_completion_tokens'),
    });
  });

  it('allow: it is sent with nothing reserved, and its cost is unknown, not 0', async () => {
    const { attempt, ledger } = await open({ unknownPrice: 'allow' }, { model: 'gpt-99' });
    expect(attempt.bound).toBeUndefined();
    expect(await ledger.balance('session')).toMatchObject({ reserved: 0n });
    const receipt = await attempt.settle({ model: 'gpt-99', usage });
    expect(receipt).toMatchObject({ cost: { known: 'unknown' }, overrun: false });
  });

  it('allow: what has a price, and a part without a bound, is refused all the same', async () => {
    const file = { type: 'file' as const, file: { file_id: 'file_1' } };
    const messages = [{ role: 'user' as const, content: [file] }];
    const asked = open({ unknownPrice: 'allow' }, { messages });
    await expect(asked).rejects.toMatchObject({ code: 'no-bound' });
  });
});

describe('unknownOutcome', () => {
  const cut = new ChatError({
    kind: 'truncated',
    message: 'cut',
    delivered: true,
    partial: {
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: 'gpt-4o-mini',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Zwölf', refusal: null },
          finish_reason: null,
          logprobs: null,
        },
      ],
    },
  });

  it('max: a cut answer is charged all that was reserved', async () => {
    const { attempt } = await open({});
    const { cost } = await attempt.fail(cut);
    expect(cost).toEqual({ known: 'bounded', amount: prompt + 100n * token });
  });

  it('received: it is charged the prompt and a token for each byte that arrived, at most', async () => {
    const { attempt } = await open({ unknownOutcome: 'received' });
    const { cost } = await attempt.fail(cut);
    expect(cost).toEqual({ known: 'estimated', amount: prompt + 6n * token });
    const little = await open({ unknownOutcome: 'received' }, { max_completion_tokens: 5 });
    expect((await little.attempt.fail(cut)).cost).toMatchObject({ amount: prompt + 5n * token });
    const nothing = await open({ unknownOutcome: 'received' });
    const lost = await nothing.attempt.fail(new TypeError('terminated'));
    expect(lost.cost).toEqual({ known: 'estimated', amount: prompt });
  });

  it('zero: it is charged nothing, and that is called an estimate', async () => {
    const { attempt } = await open({ unknownOutcome: 'zero' });
    expect((await attempt.fail(cut)).cost).toEqual({ known: 'estimated', amount: 0n });
  });

  it('zero: a whole answer without usage is not free', async () => {
    const { attempt } = await open({ unknownOutcome: 'zero' });
    const { cost } = await attempt.settle(cut.partial ?? {});
    expect(cost).toEqual({ known: 'estimated', amount: prompt + 6n * token });
  });
});

describe('fit', () => {
  it('sends a lower ceiling when less is left, and reserves no more than that', async () => {
    const { attempt, ledger } = await open({ fit: { leastTokens: 10 } }, {}, '0.00005');
    const ceiling = attempt.request.max_completion_tokens ?? 0;
    expect(ceiling).toBe(Number((50_000_000n - prompt) / token));
    expect(attempt.bound).toBe(prompt + BigInt(ceiling) * token);
    expect((await ledger.balance('session')).reserved).toBeLessThanOrEqual(50_000_000n);
  });

  it('refuses when not even the floor is left, and without fit when not all is', async () => {
    const floor = open({ fit: { leastTokens: 99 } }, {}, '0.00005');
    await expect(floor).rejects.toMatchObject({ kind: 'budget', code: 'no-room' });
    await expect(open({}, {}, '0.00005')).rejects.toMatchObject({ kind: 'budget' });
  });
});

describe('openAttempt', () => {
  it('resolves once: a failure after the settlement changes nothing', async () => {
    const { attempt, ledger } = await open({});
    const receipt = await attempt.settle({ model: 'gpt-4o-mini', usage });
    expect(await attempt.fail(Object.assign(new Error('no'), { status: 401 }))).toBe(receipt);
    expect(await ledger.receipts()).toEqual([receipt]);
  });

  it('says how the answer ended, and that a refusal was given back', async () => {
    const answered = await open({});
    const choices = [{ finish_reason: 'length' }];
    const receipt = await answered.attempt.settle({ model: 'gpt-4o-mini', usage, choices });
    expect(receipt).toMatchObject({ finishReason: 'length', resolution: 'settled' });
    const refused = await open({});
    const { resolution } = await refused.attempt.fail(Object.assign(new Error(), { status: 429 }));
    expect(resolution).toBe('released');
  });
});
