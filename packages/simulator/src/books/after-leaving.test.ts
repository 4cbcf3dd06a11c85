import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { readWhatComes } from '../fixtures/read-events.js';
import { type SimulateOptions, simulate } from '../simulate.js';
import type { BilledRequest } from './books.js';

const stream = { stream: true };

/** Tokens of the whole answer that every test here leaves. */
async function wholeTokens(): Promise<number> {
  const simulator = simulate();
  await (await ask(simulator, stream)).text();
  return simulator.books.requests[0]?.usage.completion_tokens ?? 0;
}

/** The line of a client that reads once, and leaves. */
async function left(options: SimulateOptions): Promise<BilledRequest | undefined> {
  const simulator = simulate(options);
  const reader = (await ask(simulator, stream)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  return simulator.books.requests[0];
}

describe('after its client left', () => {
  it('a stream is billed for what was sent at least and the whole at most, and the seed decides', async () => {
    const whole = await wholeTokens();
    const seen = new Set<number>();
    for (let seed = 0; seed < 60; seed++) {
      const line = await left({ seed });
      const { sentTokens = 0, usage, ended } = line ?? {};
      const billed = usage?.completion_tokens ?? 0;
      expect(ended).toBe('disconnected');
      expect(sentTokens).toBe(3);
      expect(billed).toBeGreaterThanOrEqual(sentTokens);
      expect(billed).toBeLessThanOrEqual(whole);
      expect((await left({ seed }))?.usage).toEqual(usage);
      seen.add(billed);
    }
    expect(seen.size).toBeGreaterThan(10);
    expect(Math.min(...seen)).toBeLessThan(whole / 3);
    expect(Math.max(...seen)).toBeGreaterThan((whole * 2) / 3);
  });

  it('the ceiling of the request holds', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const simulator = simulate({ seed });
      const response = await ask(simulator, { ...stream, max_completion_tokens: 5 });
      await response.body?.cancel();
      expect(simulator.books.requests[0]?.usage.completion_tokens).toBeLessThanOrEqual(5);
    }
  });

  it('nothing more is billed than when it left: a later look finds the same', async () => {
    const simulator = simulate({ seed: 5 });
    await (await ask(simulator, stream)).body?.cancel();
    const { cost } = simulator.books;
    await (await ask(simulator, { temperature: 99 })).text();
    expect(simulator.books.cost).toBe(cost);
  });

  it.each(['stall', 'silent', 'reset'] as const)(
    '%s is billed like a client that left',
    async (fault) => {
      const whole = await wholeTokens();
      const seen = new Set<number>();
      for (let seed = 0; seed < 30; seed++) {
        const simulator = simulate({ seed, faults: [fault] });
        await readWhatComes(await ask(simulator, stream));
        const [line] = simulator.books.requests;
        expect(line?.usage.completion_tokens).toBeGreaterThanOrEqual(line?.sentTokens ?? 0);
        expect(line?.usage.completion_tokens).toBeLessThanOrEqual(whole);
        seen.add(line?.usage.completion_tokens ?? 0);
      }
      expect(seen.size).toBeGreaterThan(10);
    },
  );

  it.each(['cut', 'error-event'] as const)('%s is billed as far as it was sent', async (fault) => {
    for (let seed = 0; seed < 10; seed++) {
      const simulator = simulate({ seed, faults: [fault] });
      await (await ask(simulator, stream)).text();
      const [line] = simulator.books.requests;
      expect(line).toMatchObject({ ended: 'failed', sentTokens: 2 });
      expect(line?.usage.completion_tokens).toBe(2);
    }
  });

  it('a JSON reply is billed whole, though it left before it was due', async () => {
    const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
    const simulator = simulate({ clock, pace: { firstTokenMs: 1000, tokensPerSecond: 1 } });
    const controller = new AbortController();
    const reply = ask(simulator, {}, { signal: controller.signal });
    const refused = expect(reply).rejects.toMatchObject({ name: 'AbortError' });
    while (clock.pending === 0) await clock.advance(0);
    controller.abort();
    await refused;
    const [line] = simulator.books.requests;
    expect(line).toMatchObject({ status: 0, ended: 'disconnected', sentTokens: 0 });
    expect(line?.usage.completion_tokens).toBe(await wholeTokens());
    expect(clock.pending).toBe(0);
  });
});

it('onEnd hears of each request once, with what the books say of it then', async () => {
  const ended: BilledRequest[] = [];
  const simulator = simulate({
    faults: ['server-error', 'ok', 'cut'],
    onEnd: (request) => ended.push(request),
  });
  await ask(simulator);
  await (await ask(simulator, stream)).text();
  await (await ask(simulator, stream)).text();
  await (await ask(simulator, stream)).body?.cancel();
  await ask(simulator, { temperature: 99 });
  expect(ended.map(({ ended: how, status }) => [how, status])).toEqual([
    ['failed', 500],
    ['completed', 200],
    ['failed', 200],
    ['disconnected', 200],
    ['refused', 400],
  ]);
  expect(ended).toEqual(simulator.books.requests);
});
