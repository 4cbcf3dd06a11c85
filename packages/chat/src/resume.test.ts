import { memoryLedger, scope } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import type { AnswerStream } from './answer-stream.js';
import type { ChatEvent } from './chat-event.js';
import { cannedProvider } from './fixtures/canned-provider.js';
import { setUp } from './fixtures/set-up.js';

const cut = { text: 'Hello wor', cut: true };
const whole = { text: 'Good day to you' };

/** What a page would show: pieces as they come, and what is void taken away when it is told. */
function page() {
  let shown = '';
  const history: string[] = [];
  return {
    history,
    observe(event: ChatEvent) {
      if (event.type === 'restart') shown = shown.slice(event.discard.characters);
      if (event.type === 'restart' || event.type === 'continue') history.push(event.type);
    },
    async show(stream: AnswerStream) {
      for await (const piece of stream) {
        shown += piece;
        history.push(shown);
      }
    },
  };
}

describe('an answer that breaks off', () => {
  it('is an error unless something else is asked for', async () => {
    const { client, provider, clock } = setUp({}, cut, whole);
    const asking = client.ask('Hello?').catch((thrown) => thrown);
    await clock.advance(1000);
    expect(await asking).toMatchObject({ kind: 'truncated', delivered: true, attempts: 1 });
    expect(provider.requests).toHaveLength(1);
  });

  it('restarted, a page that listens shows the new answer alone, and never both', async () => {
    const { client, clock } = setUp({ onTruncated: 'restart' }, cut, whole);
    const { show, observe, history } = page();
    const stream = client.stream('Hello?', { observe });
    const showing = show(stream);
    await clock.advance(1000);
    await showing;
    expect(history).toEqual(['Hello wor', 'restart', 'Good day to you']);
    const answer = await stream.answer;
    expect(answer).toMatchObject({ text: 'Good day to you', attempts: 2, requestId: 'req_2' });
    expect(
      answer.receipts.map(({ attempt, outcome, cost }) => [attempt, outcome, cost.known]),
    ).toEqual([
      [1, 'truncated', 'bounded'],
      [2, 'completed', 'reported'],
    ]);
    const [first, second] = answer.receipts.map(({ cost }) => cost);
    expect(answer.cost).toBe(
      (first as { amount: bigint }).amount + (second as { amount: bigint }).amount,
    );
    expect(client.spent).toBe(answer.cost);
    expect(answer.usage).toMatchObject({ inputTokens: 20, outputTokens: 4 });
  });

  it('a reader that has fallen behind finds the place by counting', async () => {
    const { client, clock } = setUp({ onTruncated: 'restart' }, cut, whole);
    const voids: number[] = [];
    const observe = (event: ChatEvent) => {
      if (event.type === 'restart') voids.push(event.discard.characters);
    };
    const queue: string[] = [];
    const filling = (async () => {
      for await (const piece of client.stream('Hello?', { observe })) queue.push(piece);
    })();
    await clock.advance(1000);
    await filling;
    // Nothing was looked at until now: the events came long before the text that they are about.
    expect(queue.join('').slice(voids.reduce((sum, length) => sum + length, 0))).toBe(whole.text);
  });

  it('both observers hear of the call: the client’s of all of them, the call’s of its own', async () => {
    const all: string[] = [];
    const own: string[] = [];
    const { client, clock } = setUp(
      { onTruncated: 'restart', observe: ({ type }) => void all.push(type) },
      cut,
      whole,
    );
    const asking = client.ask('Hello?', { observe: ({ type }) => void own.push(type) });
    await clock.advance(1000);
    await asking;
    await client.ask('And?');
    const [begun, ended] = [
      ['attempt', 'first-token'],
      ['receipt', 'answer'],
    ];
    const first = [...begun, 'receipt', 'wait', ...begun, 'restart', ...ended];
    expect(own).toEqual(first);
    expect(all).toEqual([...first, ...begun, ...ended]);
  });

  it('keeps its part when the budget has no room for another attempt', async () => {
    const ledger = memoryLedger();
    const budget = scope({ id: 'session', limitUsd: '0.015' });
    const { client, provider, clock } = setUp(
      { onTruncated: 'restart', ledger, budget },
      cut,
      whole,
    );
    const asking = client.ask('Hello?').catch((thrown) => thrown);
    await clock.advance(1000);
    const error = await asking;
    expect(error).toMatchObject({ kind: 'budget', gaveUp: 'budget', delivered: true, attempts: 1 });
    expect(error.cause).toMatchObject({ kind: 'truncated' });
    expect(error.partial?.choices[0]?.message.content).toBe('Hello wor');
    expect(provider.requests).toHaveLength(1);
    const { settled, reserved } = await ledger.balance('session');
    expect([settled, reserved]).toEqual([client.spent, 0n]);
    expect(settled).toBeLessThanOrEqual(15_000_000_000n);
  });

  it('restarted at another provider when its own is down', async () => {
    const other = cannedProvider(whole);
    const { client, provider, clock } = setUp(
      { onTruncated: 'restart', fallback: [{ fetch: other.fetch }] },
      cut,
      { status: 503, body: '' },
    );
    const { show, observe, history } = page();
    const stream = client.stream('Hello?', { observe });
    const showing = show(stream);
    await clock.advance(10_000);
    await showing;
    expect(history).toEqual(['Hello wor', 'restart', 'Good day to you']);
    expect(await stream.answer).toMatchObject({ attempts: 5 });
    expect([provider.requests.length, other.requests.length]).toEqual([4, 1]);
  });

  it('is gone on with by a provider that can, and the answer is all of it', async () => {
    const rest = { text: 'ld and you' };
    const { client, provider, clock } = setUp(
      { onTruncated: 'continue', profile: 'mistral' },
      cut,
      rest,
    );
    const { show, observe, history } = page();
    const stream = client.stream('Hello?', { observe });
    const showing = show(stream);
    await clock.advance(1000);
    await showing;
    expect(history).toEqual(['Hello wor', 'continue', 'Hello world and you']);
    expect(provider.requests[1]?.body.messages).toEqual([
      { role: 'user', content: 'Hello?' },
      { role: 'assistant', content: 'Hello wor', prefix: true },
    ]);
    const answer = await stream.answer;
    expect(answer).toMatchObject({
      text: 'Hello world and you',
      attempts: 2,
      finishReason: 'stop',
    });
    expect(answer.completion.usage).toBeUndefined();
    expect(answer.usage).toMatchObject({ inputTokens: 20, outputTokens: 3 });
    expect(client.spent).toBe(answer.cost);
  });

  it('is not gone on with by another provider that cannot', async () => {
    const other = cannedProvider(cut);
    const { client, clock } = setUp(
      { onTruncated: 'continue', profile: 'mistral', fallback: [{ fetch: other.fetch }] },
      { status: 503, body: '' },
    );
    const asking = client.ask('Hello?').catch((thrown) => thrown);
    await clock.advance(10_000);
    expect(await asking).toMatchObject({ kind: 'truncated', delivered: true });
    expect(other.requests).toHaveLength(1);
  });

  it('left during the wait for the restart, nothing more is sent and the part is paid for', async () => {
    const { client, provider, clock } = setUp({ onTruncated: 'restart' }, cut, whole);
    const pieces = client.stream('Hello?')[Symbol.asyncIterator]();
    await pieces.next();
    const pending = pieces.next();
    await clock.advance(0);
    await pieces.return?.();
    expect(await pending).toMatchObject({ done: true });
    await clock.advance(60_000);
    expect(provider.requests).toHaveLength(1);
    expect(client.spent).toBeGreaterThan(0n);
    expect(clock.pending).toBe(0);
  });
});
