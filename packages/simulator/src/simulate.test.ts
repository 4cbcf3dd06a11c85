import type { Reply } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { ask } from './fixtures/ask.js';
import { simulate } from './simulate.js';

/** A signal that counts the listeners it has. */
function countingSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...given: Parameters<typeof add>) => {
    listeners.add(given[1]);
    add(...given);
  };
  signal.removeEventListener = (...given: Parameters<typeof remove>) => {
    listeners.delete(given[1]);
    remove(...given);
  };
  return { controller, signal, listeners };
}

describe('an abort', () => {
  it('before the call rejects with the reason, and the request never arrives', async () => {
    const simulator = simulate();
    const reason = new Error('changed my mind');
    await expect(ask(simulator, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(simulator.books.requests).toEqual([]);
  });

  it('before the response rejects with the reason', async () => {
    const simulator = simulate();
    const controller = new AbortController();
    const reply = ask(simulator, {}, { signal: controller.signal });
    const reason = new Error('too slow');
    controller.abort(reason);
    await expect(reply).rejects.toBe(reason);
  });

  it('after the response breaks the body with the reason', async () => {
    const simulator = simulate();
    const controller = new AbortController();
    const response = await ask(simulator, { stream: true }, { signal: controller.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(reader?.read()).rejects.toBe(reason);
    expect(simulator.books.requests[0]?.ended).toBe('disconnected');
  });

  it('without a reason is an AbortError, as in a real fetch', async () => {
    await expect(ask(simulate(), {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('of a Request that carries the signal works the same', async () => {
    const controller = new AbortController();
    const request = new Request('http://simulator/v1/models', { signal: controller.signal });
    const reply = simulate().fetch(request);
    controller.abort();
    await expect(reply).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('leaves no listener: after a read reply, a cancel, a cut or an abort', async () => {
    const { controller, signal, listeners } = countingSignal();
    const simulator = simulate({ faults: ['ok', 'ok', 'cut', 'reset'] });
    await (await ask(simulator, { stream: true }, { signal })).text();
    await (await ask(simulator, { stream: true }, { signal })).body?.cancel();
    await (await ask(simulator, { stream: true }, { signal })).text();
    await (await ask(simulator, { stream: true }, { signal })).text().catch(() => {});
    expect(listeners.size).toBe(0);
    await ask(simulator, { stream: true }, { signal });
    expect(listeners.size).toBe(1);
    controller.abort();
    expect(listeners.size).toBe(0);
  });
});

describe('a pace', () => {
  const pace = { firstTokenMs: 300, tokensPerSecond: 10 };

  it('holds the first event back, then sends a token every tenth of a second', async () => {
    const clock = virtualClock();
    const simulator = simulate({ clock, pace });
    const response = await ask(simulator, { stream: true });
    const arrivedMs: number[] = [];
    const reading = (async () => {
      for await (const _ of response.body ?? []) arrivedMs.push(clock.monotonicMs());
    })();
    await clock.advance(60_000);
    await reading;
    expect(arrivedMs[0]).toBe(300);
    expect(arrivedMs[1]).toBe(400);
    expect(arrivedMs[2]).toBe(500);
    expect(clock.pending).toBe(0);
  });

  it('makes a JSON reply wait for its last token', async () => {
    const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
    const simulator = simulate({ clock, pace });
    await ask(simulate());
    let repliedMs = 0;
    const reply = ask(simulator).then(async (response) => {
      repliedMs = clock.monotonicMs();
      return (await response.json()) as { usage: { completion_tokens: number } };
    });
    for (let turn = 0; turn < 20 && clock.pending === 0; turn++) await clock.advance(0);
    await clock.advance(60_000);
    const { usage } = await reply;
    expect(repliedMs).toBe(300 + usage.completion_tokens * 100);
  });

  it('that is left early leaves no timer', async () => {
    const clock = virtualClock();
    const response = await ask(simulate({ clock, pace }), { stream: true });
    const reader = response.body?.getReader();
    const read = reader?.read();
    await clock.advance(0);
    expect(clock.pending).toBe(1);
    await reader?.cancel();
    await read;
    expect(clock.pending).toBe(0);
  });
});

describe('a bare fetch', () => {
  const url = 'http://simulator/v1/chat/completions';
  const sending = (body: unknown, headers: Record<string, string> = {}) => ({
    method: 'POST' as const,
    headers: {
      ...(headers['Content-Type'] === undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: JSON.stringify(body),
    signal: new AbortController().signal,
    redirect: 'manual' as const,
  });
  const plain = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'What is a loop?' }] };
  const names = ['content-type', 'x-request-id', 'openai-organization', 'Retry-After', 'location'];

  async function seen({ status, ok, headers, body }: Reply) {
    const reader = body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    let broke: unknown;
    try {
      for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
        text += decoder.decode(read.value, { stream: true });
      }
    } catch (error) {
      broke = String(error);
    }
    return { status, ok, headers: names.map((name) => headers.get(name)), text, broke };
  }

  it.each<[string, unknown, Record<string, string>?]>([
    ['a JSON reply', plain],
    ['a stream', { ...plain, stream: true }],
    ['blanks around headers', plain, { 'Content-Type': ' application/json ' }],
    ['a refusal', { ...plain, temperature: 3 }],
    ['no known address', plain, { 'x-simulator-fault': 'status; status=404' }],
    ['a rate limit', plain, { 'X-Simulator-Fault': 'rate-limit; retry-after-ms=2000' }],
    ['a cut stream', { ...plain, stream: true }, { 'x-simulator-fault': 'cut' }],
    ['a redirect', plain, { 'x-simulator-fault': 'redirect' }],
    ['bytes one by one', { ...plain, stream: true }, { 'x-simulator-fault': 'split-bytes' }],
    ['nothing at all', plain, { 'x-simulator-fault': 'no-content' }],
  ])('answers as fetch does: %s', async (_, body, headers) => {
    const clock = virtualClock();
    const [one, other] = [simulate({ seed: 1, clock }), simulate({ seed: 1, clock })];
    const bare = await seen(await one.bareFetch(url, sending(body, headers)));
    expect(bare).toEqual(await seen(await other.fetch(url, sending(body, headers))));
    expect(one.books.requests).toEqual(other.books.requests);
  });

  it('that is aborted before rejects with the reason, and the request never arrives', async () => {
    const simulator = simulate();
    const signal = AbortSignal.abort('enough');
    await expect(simulator.bareFetch(url, { ...sending(plain), signal })).rejects.toBe('enough');
    expect(simulator.books.requests).toEqual([]);
  });

  it('throws what a fetch throws where nobody is reached', async () => {
    const { bareFetch } = simulate({ faults: ['dns-not-found'] });
    await expect(bareFetch(url, sending(plain))).rejects.toThrow(new TypeError('fetch failed'));
  });
});

describe('a wrong option', () => {
  it.each([
    [{ seed: Number.NaN }, /^seed is NaN/],
    [{ pace: { firstTokenMs: -1, tokensPerSecond: 1 } }, /pace\.firstTokenMs is -1/],
    [{ pace: { firstTokenMs: 0, tokensPerSecond: 0 } }, /pace\.tokensPerSecond is 0/],
    [{ faults: ['explode' as 'cut'] }, /has no fault 'explode'; it has unauthorized, rate-limit/],
    [{ faults: [{ fault: 'cut' as const, afterChunks: -1 }] }, /afterChunks -1/],
  ])('%j throws a sentence that names it', (options, message) => {
    expect(() => simulate(options)).toThrow(message);
  });
});
