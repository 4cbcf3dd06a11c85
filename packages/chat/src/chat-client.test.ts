import { type ChatError, user } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { memoryLedger, scope } from '@farebox/cost';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChatClient } from './chat-client.js';
import type { ChatClientOptions } from './client-options.js';
import { type CannedReply, cannedProvider } from './fixtures/canned-provider.js';
import { personas } from './personas.js';

/** Seeded dice (mulberry32): waits and ids repeat from run to run, and no two ids are the same. */
let seed = 1;
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}

function setUp(options: Partial<ChatClientOptions> = {}, ...replies: CannedReply[]) {
  const provider = cannedProvider(...replies);
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const client = new ChatClient({
    model: 'gpt-4o-mini',
    apiKey: 'sk-canary-0123456789',
    fetch: provider.fetch,
    clock,
    random,
    ...options,
  });
  return { client, provider, clock };
}

describe('ask', () => {
  it('returns the text and everything that is known about the answer', async () => {
    const { client, provider } = setUp({ system: 'Be kind.', temperature: 0.3 });
    const answer = await client.ask('Hello?');
    expect(answer).toMatchObject({
      text: 'Hello there',
      finishReason: 'stop',
      truncated: false,
      usage: { inputTokens: 20, outputTokens: 2, totalTokens: 22, cachedInputTokens: 0 },
      cost: 20n * 150_000n + 2n * 600_000n,
      costUsd: 0.0000042,
      model: 'gpt-4o-mini-2024-07-18',
      attempts: 1,
      requestId: 'req_1',
    });
    expect(answer.completion).toMatchObject({
      id: 'chatcmpl-1',
      created: 1_767_225_600,
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hello there' } }],
    });
    expect(provider.requests[0]?.body).toEqual({
      model: 'gpt-4o-mini',
      temperature: 0.3,
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hello?' },
      ],
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
    });
  });

  it('says that an answer was cut off at the ceiling', async () => {
    const { client } = setUp({ max_completion_tokens: 2 }, { finish: 'length' });
    expect(await client.ask('Hello?')).toMatchObject({ finishReason: 'length', truncated: true });
  });

  it('asks for one JSON reply where the client is told so', async () => {
    const completion = {
      id: 'chatcmpl-2',
      object: 'chat.completion',
      created: 1,
      model: 'gpt-4o-mini-2024-07-18',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'Hi', refusal: null },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    };
    const { client, provider } = setUp({ stream: false }, { body: JSON.stringify(completion) });
    const answer = await client.ask('Hello?');
    expect(answer.text).toBe('Hi');
    expect(answer.costUsd).toBe(0.00000075);
    expect(provider.requests[0]?.body).toMatchObject({ stream: false });
  });

  it('takes a conversation as it is, and the system message of its own before the client’s', async () => {
    const { client, provider } = setUp({ system: 'Be kind.' });
    await client.ask([{ role: 'system', content: 'Be short.' }, user('Hello?')]);
    await client.ask([{ type: 'text', text: 'Hello?' }]);
    expect(provider.requests.map(({ body }) => body.messages)).toEqual([
      [
        { role: 'system', content: 'Be short.' },
        { role: 'user', content: 'Hello?' },
      ],
      [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: [{ type: 'text', text: 'Hello?' }] },
      ],
    ]);
  });

  it('counts failed attempts in cost and attempts', async () => {
    const { client, clock } = setUp({}, { status: 500, body: '' }, {});
    const asking = client.ask('Hello?');
    await clock.advance(1000);
    const answer = await asking;
    expect(answer.attempts).toBe(2);
    expect(answer.receipts.map(({ outcome, cost }) => [outcome, cost.known])).toEqual([
      ['server', 'bounded'],
      ['completed', 'reported'],
    ]);
    expect(answer.cost).toBeGreaterThan(20n * 150_000n + 2n * 600_000n);
    expect(client.spent).toBe(answer.cost);
  });

  it('does not retry where retrying is off', async () => {
    const { client, provider } = setUp({ retry: false }, { status: 500, body: '' });
    await expect(client.ask('Hello?')).rejects.toMatchObject({ kind: 'server', attempts: 1 });
    expect(provider.requests).toHaveLength(1);
  });

  it('has no cost, rather than 0, for a model without a price', async () => {
    const { client } = setUp({ model: 'local' }, { body: plain('local') });
    const answer = await client.ask('Hello?');
    expect(answer.cost).toBeUndefined();
    expect(answer.costUsd).toBeUndefined();
  });
});

describe('stream', () => {
  it('hands out the text as it arrives, then the answer', async () => {
    const { client } = setUp();
    const stream = client.stream('Hello?');
    let text = '';
    for await (const piece of stream) text += piece;
    expect(text).toBe('Hello there');
    expect(await stream.answer).toMatchObject({ text: 'Hello there', attempts: 1 });
  });

  it('sends nothing before it is read', async () => {
    const { client, provider } = setUp();
    const stream = client.stream('Hello?');
    expect(provider.requests).toEqual([]);
    await stream.answer;
    expect(provider.requests).toHaveLength(1);
  });

  it('has the receipt in the ledger when the loop ends', async () => {
    const ledger = memoryLedger();
    const { client } = setUp({ ledger, tags: { app: 'a' } });
    for await (const _ of client.stream('Hello?', { tags: { user: 'b' } }));
    expect(await ledger.receipts()).toMatchObject([
      { outcome: 'completed', tags: { app: 'a', user: 'b' } },
    ]);
  });

  it('settles what was left by breaking out of the loop, and then has no answer', async () => {
    const { client } = setUp({ budget: '1' });
    const stream = client.stream('Hello?');
    for await (const _ of stream) break;
    expect(client.spent).toBeGreaterThan(0n);
    await expect(stream.answer).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
  });

  it('throws for a stream that was cut, with what had arrived', async () => {
    const { client } = setUp({}, { text: 'Hel lo', cut: true });
    let text = '';
    const reading = (async () => {
      for await (const piece of client.stream('Hello?')) text += piece;
    })();
    const error: ChatError = await reading.then(
      () => expect.fail('it looked complete'),
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ kind: 'truncated', delivered: true });
    expect(error.partial?.choices[0]?.message.content).toBe('Hel lo');
    expect(text).toBe('Hel lo');
  });

  it('ends as aborted on the caller’s signal', async () => {
    const { client } = setUp();
    const signal = AbortSignal.abort();
    await expect(client.ask('Hello?', { signal })).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('budget', () => {
  it('stops the call that could pass it, before anything is sent', async () => {
    const { client, provider } = setUp({ budget: '0.000001' });
    await expect(client.ask('Hello?')).rejects.toMatchObject({ kind: 'budget' });
    expect(provider.requests).toEqual([]);
    expect(client.spent).toBe(0n);
  });

  it('knows exactly what is spent and what remains', async () => {
    const { client } = setUp({ budget: '0.50' });
    await client.ask('Hello?');
    await client.ask('Hello?');
    expect(client.spentUsd).toBe(0.0000084);
    expect(client.remainingUsd).toBe(0.4999916);
    expect(client.usage).toMatchObject({ inputTokens: 40, outputTokens: 4, totalTokens: 44 });
  });

  it('is no limit where none was given', async () => {
    const { client } = setUp();
    await client.ask('Hello?');
    expect(client.remaining).toBeUndefined();
    expect(client.spentUsd).toBe(0.0000042);
  });

  it('holds over all clients that share a ledger and a scope', async () => {
    const ledger = memoryLedger();
    const budget = scope({ id: 'team', limitUsd: '0.015' });
    const one = setUp({ ledger, budget, retry: false }, { status: 500, body: '' });
    const two = setUp({ ledger, budget });
    await expect(one.client.ask('Hello?')).rejects.toMatchObject({ kind: 'server' });
    // The failed call is charged its worst case (about a cent), which leaves too little for another.
    await expect(two.client.ask('Hello?')).rejects.toMatchObject({ kind: 'budget' });
    expect(two.provider.requests).toEqual([]);
  });

  it('keeps the first error as the cause when there is no money for another try', async () => {
    const { client, clock } = setUp({ budget: '0.015' }, { status: 500, body: '' });
    const asking = client.ask('Hello?');
    asking.catch(() => {});
    await clock.advance(1000);
    await expect(asking).rejects.toMatchObject({
      kind: 'budget',
      gaveUp: 'budget',
      cause: { kind: 'server' },
    });
  });
});

describe('observe', () => {
  it('tells of attempts, waits and receipts in order', async () => {
    const seen: string[] = [];
    const observe: ChatClientOptions['observe'] = (event) => seen.push(event.type);
    const { client, clock } = setUp({ observe }, { status: 500, body: '' }, {});
    const asking = client.ask('Hello?');
    await clock.advance(1000);
    await asking;
    expect(seen).toEqual(['attempt', 'receipt', 'wait', 'attempt', 'receipt']);
  });
});

describe('options', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('sends the key of the environment to OpenAI only', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-environment-0123456789');
    const own = setUp({ apiKey: undefined });
    await own.client.ask('Hello?');
    expect(own.provider.requests[0]?.headers.get('authorization')).toBe(
      'Bearer sk-environment-0123456789',
    );
    const other = setUp({ apiKey: undefined, baseURL: 'http://127.0.0.1:1/v1' });
    await other.client.ask('Hello?');
    expect(other.provider.requests[0]?.url).toBe('http://127.0.0.1:1/v1/chat/completions');
    expect(other.provider.requests[0]?.headers.get('authorization')).toBeNull();
  });

  it('says what to set when there is no key', () => {
    vi.stubEnv('OPENAI_API_KEY', '');
    expect(() => new ChatClient({ model: 'gpt-4o-mini' })).toThrow(
      expect.objectContaining({ kind: 'configuration', code: 'no-key' }),
    );
  });

  it.each([
    ['model', { model: '' }],
    ['budget', { budget: 'much' }],
    ['retries', { retry: { retries: -1 } }],
    ['totalMs', { clocks: { totalMs: 0 } }],
    ['apiKey', { apiKey: 'sk with spaces' }],
    ['baseURL', { baseURL: 'localhost' }],
  ])('refuses a bad %s at once, and names it', (name, options) => {
    expect(() => setUp(options as Partial<ChatClientOptions>)).toThrow(
      expect.objectContaining({ kind: 'configuration' }),
    );
    if (name === 'budget') return;
    expect(() => setUp(options as Partial<ChatClientOptions>)).toThrow(name);
  });

  it('refuses an empty prompt', () => {
    expect(() => setUp().client.ask('')).toThrow(
      expect.objectContaining({ kind: 'configuration' }),
    );
  });
});

describe('personas', () => {
  it('differ in nothing but system message and temperature', async () => {
    expect(personas.tutor.temperature).toBe(0.3);
    expect(personas.debugger.temperature).toBe(0);
    expect(personas.translator({ to: 'Go' }).system).toContain('Go');
    expect(Object.keys(personas.reviewer)).toEqual(['system', 'temperature']);
    const { client, provider } = setUp({ ...personas.debugger });
    await client.ask('for x in xs: xs.remove(x)');
    expect(provider.requests[0]?.body).toMatchObject({
      temperature: 0,
      messages: [{ role: 'system', content: personas.debugger.system }, {}],
    });
  });

  it('cannot translate without a language', () => {
    expect(() => personas.translator({ to: ' ' })).toThrow(
      expect.objectContaining({ kind: 'configuration' }),
    );
  });
});

function plain(model: string): string {
  const choice = { index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [choice],
    usage,
  });
}
