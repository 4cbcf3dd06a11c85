import { describe, expect, it } from 'vitest';
import type { ChatEvent } from './chat-event.js';
import type { ChatClientOptions } from './client-options.js';
import type { CannedReply } from './fixtures/canned-provider.js';
import { setUp } from './fixtures/set-up.js';

const down: CannedReply = { status: 503, body: '' };

/** A client that is heard, on a virtual clock where each reply takes 400 ms. */
function heard(options: Partial<ChatClientOptions>, ...replies: CannedReply[]) {
  const events: ChatEvent[] = [];
  const observe = (event: ChatEvent) => void events.push(event);
  const { client, provider, clock } = setUp({ observe, ...options, fetch: slow() }, ...replies);
  function slow(): typeof fetch {
    return async (url, init) => {
      await new Promise<void>((resolve) => clock.after(400, resolve));
      return provider.fetch(url, init);
    };
  }
  const types = () => events.map(({ type }) => type);
  const last = () => events.at(-1);
  return { client, clock, events, types, last };
}

describe('an observer', () => {
  it('of a plain call hears the attempt, the first token with its time, the receipt, and the answer with its usage', async () => {
    const { client, clock, types, events, last } = heard({});
    const asking = client.ask('Hello?');
    await clock.advance(400);
    const answer = await asking;
    expect(types()).toEqual(['attempt', 'first-token', 'receipt', 'answer']);
    expect(events[1]).toEqual({ type: 'first-token', attempt: 1, afterMs: 400 });
    const { model, finishReason, truncated, stopped, usage, cost, costUsd, attempts, requestId } =
      answer;
    expect(last()).toEqual({
      ...{
        type: 'answer',
        model,
        finishReason,
        truncated,
        stopped,
        usage,
        cost,
        costUsd,
        attempts,
      },
      requestId,
      afterMs: 400,
    });
  });

  it('hears of the attempt also where nothing is retried, and of one JSON reply as its first token', async () => {
    const body = JSON.stringify({
      choices: [{ message: { content: 'Hi' }, finish_reason: 'stop' }],
    });
    const { client, clock, types } = heard({ retry: false, stream: false }, { body });
    const asking = client.ask('Hello?');
    await clock.advance(400);
    expect((await asking).text).toBe('Hi');
    expect(types()).toEqual(['attempt', 'first-token', 'receipt', 'answer']);
  });

  it('of a retried call hears why it waits and how long, and how long all of it took', async () => {
    const { client, clock, types, events, last } = heard({ random: () => 0.5 }, down, {});
    const asking = client.ask('Hello?');
    await clock.advance(60_000);
    await asking;
    expect(types()).toEqual([
      'attempt',
      'receipt',
      'wait',
      'attempt',
      'first-token',
      'receipt',
      'answer',
    ]);
    const wait = events[2];
    expect(wait).toMatchObject({
      attempt: 1,
      waitMs: expect.any(Number),
      error: { kind: 'server' },
    });
    if (wait?.type !== 'wait') return;
    expect(events[4]).toEqual({ type: 'first-token', attempt: 2, afterMs: 400 });
    expect(last()).toMatchObject({ type: 'answer', attempts: 2, afterMs: 800 + wait.waitMs });
  });

  it('of a fallback hears where the call goes on, and one answer', async () => {
    const options = { fallback: ['gpt-4o'], retry: { retries: 0 } };
    const { client, clock, types, last } = heard(options, down, { model: 'gpt-4o-2024-08-06' });
    const asking = client.ask('Hello?');
    await clock.advance(60_000);
    await asking;
    expect(types()).toEqual([
      'attempt',
      'receipt',
      'fallback',
      'attempt',
      'first-token',
      'receipt',
      'answer',
    ]);
    expect(last()).toMatchObject({ model: 'gpt-4o-2024-08-06', attempts: 2 });
  });

  it('of a failure hears the error that the caller gets, once, and no answer', async () => {
    const { client, clock, types, last } = heard({ retry: false }, down);
    const stream = client.stream('Hello?');
    const failing = stream.answer.catch((error) => error);
    await clock.advance(60_000);
    expect(types()).toEqual(['attempt', 'receipt', 'error']);
    expect(last()).toEqual({ type: 'error', error: await failing, afterMs: 400 });
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toBe(await failing);
    expect(types()).toHaveLength(3);
  });

  it('hears of an answer that broke off after a part of it, with the loop and with its end', async () => {
    const { client, clock, types, last } = heard({ retry: false }, { cut: true });
    const stream = client.stream('Hello?');
    const reading = (async () => {
      for await (const _ of stream);
    })().catch((error) => error);
    await clock.advance(60_000);
    const error = await reading;
    await expect(stream.answer).rejects.toMatchObject({ kind: 'truncated' });
    expect(types()).toEqual(['attempt', 'first-token', 'receipt', 'error']);
    expect(last()).toMatchObject({ error: { kind: 'truncated', message: error.message } });
  });

  it('of an abort hears the receipt of what was under way, then the abort', async () => {
    const { client, clock, types, last } = heard({}, { stalls: true });
    const abort = new AbortController();
    const reading = client.ask('Hello?', { signal: abort.signal }).catch((error) => error);
    await clock.advance(1000);
    abort.abort();
    await reading;
    expect(types()).toEqual(['attempt', 'first-token', 'receipt', 'error']);
    expect(last()).toMatchObject({ type: 'error', error: { kind: 'aborted' }, afterMs: 1000 });
  });

  it('of an answer whose reader leaves hears that it was abandoned', async () => {
    const { client, clock, types, last } = heard({}, { text: 'Hello there', stalls: true });
    const leaving = (async () => {
      for await (const _ of client.stream('Hello?')) break;
    })();
    await clock.advance(1000);
    await leaving;
    expect(types()).toEqual(['attempt', 'first-token', 'receipt', 'error']);
    expect(last()).toMatchObject({ type: 'error', error: { kind: 'aborted', code: 'abandoned' } });
  });

  it('hears of nothing before the first read, and of the answer before the loop has ended', async () => {
    const { client, clock, types } = heard({});
    const stream = client.stream('Hello?');
    await clock.advance(1000);
    expect(types()).toEqual([]);
    const reading = (async () => {
      for await (const _ of stream);
      return types().at(-1);
    })();
    await clock.advance(1000);
    expect(await reading).toBe('answer');
    await stream.answer;
    expect(types().filter((type) => type === 'answer')).toHaveLength(1);
  });

  it('of one call hears the same, after the one of the client', async () => {
    const { client, clock, types } = heard({});
    const own: string[] = [];
    const asking = client.ask('Hello?', {
      observe: ({ type }) => own.push(`${type} ${types().length}`),
    });
    await clock.advance(400);
    await asking;
    expect(own).toEqual(['attempt 1', 'first-token 2', 'receipt 3', 'answer 4']);
  });

  it('never gets text of the prompt or the answer', async () => {
    const { client, clock, events } = heard({}, { text: 'The canary sings' });
    const asking = client.ask('Does the canary sing?');
    await clock.advance(400);
    await asking;
    const told = JSON.stringify(events, (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(told).not.toContain('canary sing');
  });
});
