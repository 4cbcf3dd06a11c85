import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { type Simulator, simulate } from '../simulate.js';

interface Counted {
  prompt: number;
  cached: number;
  written: number | undefined;
}

async function count(simulator: Simulator, request: Record<string, unknown>): Promise<Counted> {
  const response = await ask(simulator, { model: 'gpt-5.6-luna', temperature: 1, ...request });
  const { usage } = (await response.json()) as {
    usage: { prompt_tokens: number; prompt_tokens_details: Record<string, number> };
  };
  const details = usage.prompt_tokens_details;
  const cached = details.cached_tokens ?? 0;
  return { prompt: usage.prompt_tokens, cached, written: details.cache_write_tokens };
}

const fox = 'the quick brown fox '.repeat(400);
const system = (text: string, mark = false) => ({
  role: 'system',
  content: [
    { type: 'text', text, ...(mark ? { prompt_cache_breakpoint: { mode: 'explicit' } } : {}) },
  ],
});
const user = (content: string) => ({ role: 'user', content });
const explicit = { prompt_cache_options: { mode: 'explicit' } };
/** 3 prime the reply, which comes after every breakpoint. */
const priming = 3;

describe('the cache of a GPT-5.6', () => {
  it('keeps a prompt to its last message, exactly, and bills writing it once', async () => {
    const simulator = simulate({ clock: virtualClock() });
    const request = { messages: [system(fox), user('Hi')] };
    const { prompt, ...first } = await count(simulator, request);
    expect(first).toEqual({ cached: 0, written: prompt - priming });
    expect(await count(simulator, request)).toEqual({
      prompt,
      cached: prompt - priming,
      written: 0,
    });
  });

  it('goes on with a conversation from where it was', async () => {
    const simulator = simulate({ clock: virtualClock() });
    const turn = [system(fox), user('Hi')];
    const { prompt } = await count(simulator, { messages: turn });
    const next = [...turn, { role: 'assistant', content: 'Hello.' }, user('Explain loops')];
    const second = await count(simulator, { messages: next });
    expect(second.cached).toBe(prompt - priming);
    expect(second.written).toBe(second.prompt - priming - second.cached);
  });

  it('has nothing of a shared beginning that nobody marked', async () => {
    const simulator = simulate({ clock: virtualClock() });
    await count(simulator, { messages: [system(fox), user('Hi')] });
    const { prompt, ...other } = await count(simulator, { messages: [system(fox), user('Bye')] });
    expect(other).toEqual({ cached: 0, written: prompt - priming });
  });

  it('has a marked beginning, and in explicit mode writes nothing after it', async () => {
    const simulator = simulate({ clock: virtualClock() });
    const of = (question: string) => ({
      messages: [system(fox, true), user(question)],
      ...explicit,
    });
    const { prompt, cached, written = 0 } = await count(simulator, of('Hi'));
    expect(cached).toBe(0);
    // A message of 3, its role, and one token of text.
    expect(written).toBe(prompt - priming - 3 - 1 - 1);
    const second = await count(simulator, of('What is a decorator?'));
    expect(second).toMatchObject({ cached: written, written: 0 });
  });

  it('is not used in explicit mode without a mark', async () => {
    const simulator = simulate({ clock: virtualClock() });
    const request = { messages: [system(fox), user('Hi')], ...explicit };
    await count(simulator, request);
    expect(await count(simulator, request)).toMatchObject({ cached: 0, written: 0 });
  });

  it('forgets after 30 minutes without use, and a mark of 12 hours after as many', async () => {
    const minuteMs = 60_000;
    const mark = { mode: 'explicit', ttl: '12h' };
    const long = {
      role: 'system',
      content: [{ type: 'text', text: fox, prompt_cache_breakpoint: mark }],
    };
    for (const [first, lastsMs] of [
      [system(fox, true), 30 * minuteMs],
      [long, 720 * minuteMs],
    ] as const) {
      const clock = virtualClock();
      const simulator = simulate({ clock });
      const request = { messages: [first, user('Hi')], ...explicit };
      await count(simulator, request);
      await clock.advance(lastsMs - 1);
      expect((await count(simulator, request)).cached).toBeGreaterThan(1024);
      await clock.advance(lastsMs - 1);
      expect((await count(simulator, request)).cached).toBeGreaterThan(1024);
      await clock.advance(lastsMs);
      expect((await count(simulator, request)).cached).toBe(0);
    }
  });

  it('is parted by key and by model', async () => {
    const simulator = simulate({ clock: virtualClock() });
    const request = { messages: [system(fox), user('Hi')] };
    await count(simulator, { ...request, prompt_cache_key: 'a' });
    expect((await count(simulator, { ...request, prompt_cache_key: 'b' })).cached).toBe(0);
    const other = { ...request, prompt_cache_key: 'a', model: 'gpt-5.6-terra' };
    expect((await count(simulator, other)).cached).toBe(0);
  });

  it('keeps no prompt of fewer than 1,024 tokens, and an earlier model reports no writes', async () => {
    const simulator = simulate({ clock: virtualClock() });
    expect(await count(simulator, { messages: [user('Hi')] })).toMatchObject({ written: 0 });
    const request = { messages: [user(fox)], model: 'gpt-5.5' };
    expect(await count(simulator, request)).toMatchObject({ cached: 0, written: undefined });
  });
});
