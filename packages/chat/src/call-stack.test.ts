import { breakerRegistry, limiterRegistry } from '@farebox/client';
import { retryQuota } from '@farebox/core';
import { groqPrices } from '@farebox/core/prices/groq';
import { memoryLedger } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import type { ChatEvent } from './chat-event.js';
import type { ChatClientOptions } from './client-options.js';
import { type CannedReply, cannedProvider } from './fixtures/canned-provider.js';
import { setUp } from './fixtures/set-up.js';

const down: CannedReply = { status: 503, body: '' };

/** A client, everything that it said, and the answer to one question or the error. */
async function ask(options: Partial<ChatClientOptions>, ...replies: CannedReply[]) {
  const events: ChatEvent[] = [];
  const observe = (event: ChatEvent) => void events.push(event);
  const { client, provider, clock } = setUp({ observe, ...options }, ...replies);
  const asking = client.ask('Hello?').catch((thrown) => thrown);
  await clock.advance(120_000);
  const types = events.map(({ type }) => type);
  return { client, provider, clock, answer: await asking, events, types };
}

describe('fallback', () => {
  it('goes on with another model of the same provider, at the price of that model', async () => {
    const fourO: CannedReply = { model: 'gpt-4o-2024-08-06' };
    const options = { fallback: ['gpt-4o'], retry: { retries: 1 } };
    const { answer, provider, types, client } = await ask(options, down, down, fourO);
    expect(provider.requests.map(({ body }) => body.model)).toEqual([
      'gpt-4o-mini',
      'gpt-4o-mini',
      'gpt-4o',
    ]);
    expect(types).toEqual([
      'attempt',
      'receipt',
      'wait',
      'attempt',
      'receipt',
      'fallback',
      'attempt',
      'first-token',
      'receipt',
      'answer',
    ]);
    expect(answer).toMatchObject({ model: 'gpt-4o-2024-08-06', attempts: 3 });
    expect(answer.receipts[2]).toMatchObject({
      attempt: 3,
      cost: { known: 'reported', amount: 20n * 2_500_000n + 2n * 10_000_000n },
    });
    expect(client.spent).toBe(answer.cost);
  });

  it('goes on with another provider: its key, its prices, its profile, and nothing of the first', async () => {
    const other = cannedProvider({ model: 'gemma2-9b-it' });
    const target = {
      model: 'gemma2-9b-it',
      apiKey: 'sk-of-the-other-0123456789',
      baseURL: 'https://api.groq.com/openai/v1',
      fetch: other.fetch,
      prices: groqPrices,
      profile: { outputCeiling: 'max_tokens' },
    } as const;
    const options = { fallback: [target], max_completion_tokens: 50, budget: '1' };
    const { answer, provider, client } = await ask(options, down);
    expect(provider.requests).toHaveLength(3);
    const [request] = other.requests;
    expect(request?.url).toBe('https://api.groq.com/openai/v1/chat/completions');
    expect(request?.headers.get('authorization')).toBe('Bearer sk-of-the-other-0123456789');
    expect(request?.body).toMatchObject({ model: 'gemma2-9b-it', max_tokens: 50 });
    expect(provider.requests[0]?.body).toMatchObject({ max_completion_tokens: 50 });
    expect(answer.attempts).toBe(4);
    expect(answer.receipts[3]).toMatchObject({
      model: 'gemma2-9b-it',
      cost: { known: 'reported' },
    });
    expect(client.spent).toBe(answer.cost);
    expect(client.remaining).toBe(1_000_000_000_000n - client.spent);
  });

  it('a model without a price cannot be gone on with under a budget, and the first error is the cause', async () => {
    const options = { fallback: ['mystery-1'], budget: '1', retry: false } as const;
    const { answer, provider } = await ask(options, down);
    expect(answer).toMatchObject({ kind: 'budget', gaveUp: 'budget', attempts: 1 });
    expect(answer.cause).toMatchObject({ kind: 'server' });
    expect(provider.requests).toHaveLength(1);
  });
});

describe('limiter and breaker', () => {
  it('are off unless they are asked for', async () => {
    const { client, provider, clock } = setUp({ retry: false }, down);
    const asking = Array.from({ length: 20 }, () => client.ask('Hello?').catch(({ code }) => code));
    await clock.advance(0);
    expect(new Set(await Promise.all(asking))).toEqual(new Set([undefined]));
    expect(provider.requests).toHaveLength(20);
  });

  it('a limiter holds attempts back, and says so where the deadline leaves no room', async () => {
    const options = { limiter: { requestsPerMinute: 1 }, clocks: { totalMs: 30_000 } };
    const { answer, provider } = await ask(options, down);
    expect(answer).toMatchObject({ kind: 'rate-limit', code: 'limiter', gaveUp: 'deadline' });
    expect(provider.requests).toHaveLength(1);
  });

  it('a breaker counts calls and not attempts, and a fallback goes on without waiting', async () => {
    const options = { breaker: { minimumCalls: 2 }, retry: { retries: 1 } };
    const { client, provider, clock } = setUp(options, down);
    for (let asked = 0; asked < 3; asked++) {
      const asking = client.ask('Hello?').catch(({ code }) => code);
      await clock.advance(1000);
      expect(await asking).toBe(asked < 2 ? undefined : 'circuit-open');
    }
    expect(provider.requests).toHaveLength(4);
  });

  it('what they know is shared by whoever is given the same registry', async () => {
    const registry = breakerRegistry();
    const options = { breaker: { minimumCalls: 1, registry }, retry: false } as const;
    expect((await ask(options, down)).answer.kind).toBe('server');
    const second = await ask(options);
    expect(second.answer).toMatchObject({ code: 'circuit-open', attempts: 0 });
    expect(second.provider.requests).toEqual([]);

    const limits = { registry: limiterRegistry(), requestsPerMinute: 1 };
    const clock = second.clock;
    const under = { limiter: limits, clock, retry: false, clocks: { totalMs: 1000 } } as const;
    expect(await setUp(under).client.ask('Hello?')).toMatchObject({ attempts: 1 });
    const refused = setUp(under).client.ask('Hello?');
    await expect(refused).rejects.toMatchObject({ code: 'limiter' });
  });

  it('the quota of retries can be given too, and restarts take from the same', async () => {
    const quota = retryQuota({ tokens: 14 });
    const options = { retry: { quota }, onTruncated: 'restart' } as const;
    const { answer } = await ask(options, { cut: true });
    expect(answer).toMatchObject({ kind: 'truncated', attempts: 2, gaveUp: 'attempts' });
    const second = await ask(options, { cut: true });
    expect(second.answer).toMatchObject({ kind: 'truncated', gaveUp: 'retry-quota' });
    expect(second.provider.requests).toHaveLength(1);
  });
});

describe('limits and profile', () => {
  it('go to the transport', async () => {
    const limits = { maxEvents: 1 };
    expect((await ask({ limits })).answer).toMatchObject({ kind: 'too-large' });
    const body = 'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n';
    expect((await ask({ profile: 'vllm-mlx' }, { body })).answer).toMatchObject({ text: 'Hi' });
    expect((await ask({}, { body })).answer).toMatchObject({ kind: 'truncated' });
  });
});

describe('options that cannot work', () => {
  it.each<[string, object]>([
    ['fallback', { fallback: 'gpt-4o' }],
    ['fallback', { fallback: [] }],
    ['fallback', { fallback: [{}] }],
    ['fallback[1]', { fallback: ['gpt-4o', { model: 'x', breaker: {} }] }],
    ['fallback', { fallback: [''] }],
    ['requestsPerMinute', { limiter: { requestsPerMinute: 0 } }],
    ['failureRatio', { breaker: { failureRatio: 2 } }],
    ['onTruncated', { onTruncated: 'retry' }],
    ['onTruncated', { onTruncated: 'continue' }],
    ['resumptions', { onTruncated: 'restart', resumptions: 0 }],
    ['profile', { profile: 'mistrall' }],
  ])('%s: %j is refused at once, by name', (name, options) => {
    const wrong = () => setUp({ ledger: memoryLedger(), ...options });
    expect(wrong).toThrow(expect.objectContaining({ kind: 'configuration' }));
    expect(wrong).toThrow(name);
  });
});
