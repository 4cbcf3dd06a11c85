import { virtualClock } from '@farebox/core/testing';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { png, wav } from '../fixtures/media.js';
import { readChunks } from '../fixtures/read-events.js';
import { type Simulator, simulate } from '../simulate.js';
import { promptUsage } from './usage.js';

interface Reply {
  choices: { message: { content: string } }[];
  usage: {
    prompt_tokens: number;
    completion_tokens: number;
    total_tokens: number;
    prompt_tokens_details: Record<string, number>;
    completion_tokens_details: Record<string, number>;
  };
  service_tier: string;
  system_fingerprint: string;
}

const reply = async (simulator: Simulator, request: Record<string, unknown>) =>
  (await (await ask(simulator, request)).json()) as Reply;
const user = (content: unknown) => ({ messages: [{ role: 'user', content }] });
const longPrompt = user('the quick brown fox '.repeat(400));

describe('a repeated prompt', () => {
  it('is cached in steps of 128 tokens, and billed at the cached rate', async () => {
    const simulator = simulate({ clock: virtualClock() });
    const first = await reply(simulator, longPrompt);
    const second = await reply(simulator, longPrompt);
    expect(first.usage.prompt_tokens_details).toEqual({ cached_tokens: 0, audio_tokens: 0 });
    const { prompt_tokens: prompt, completion_tokens: completion } = second.usage;
    const cached = prompt - (prompt % 128);
    expect(cached).toBeGreaterThan(1024);
    expect(second.usage.prompt_tokens_details.cached_tokens).toBe(cached);
    expect(simulator.books.requests[1]?.cost).toBe(
      BigInt(prompt - cached) * 150_000n + BigInt(cached) * 75_000n + BigInt(completion) * 600_000n,
    );
  });

  it('is forgotten after 5 minutes, and is not shared between keys or models', async () => {
    const clock = virtualClock();
    const simulator = simulate({ clock });
    const cachedOf = async (request: Record<string, unknown> = {}) =>
      (await reply(simulator, { ...longPrompt, ...request })).usage.prompt_tokens_details
        .cached_tokens;
    await cachedOf();
    expect(await cachedOf({ prompt_cache_key: 'mine' })).toBe(0);
    expect(await cachedOf({ model: 'gpt-4o' })).toBe(0);
    expect(await cachedOf()).toBeGreaterThan(0);
    await clock.advance(5 * 60_000);
    expect(await cachedOf()).toBe(0);
  });

  it('that went on as a conversation is cached up to where it went on', async () => {
    const simulator = simulate({ clock: virtualClock() });
    const { usage } = await reply(simulator, longPrompt);
    const messages = [
      ...longPrompt.messages,
      { role: 'assistant', content: 'ok '.repeat(600) },
      { role: 'user', content: 'and?' },
    ];
    const next = await reply(simulator, { messages });
    // The 3 that prime the reply come after the message, in its place a second one goes on.
    const shared = usage.prompt_tokens - 3;
    expect(next.usage.prompt_tokens_details.cached_tokens).toBe(shared - (shared % 128));
  });
});

describe('what a prompt was made of', () => {
  it('partitions it where it is more than text', async () => {
    const content = [
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${png(512, 512)}` } },
      { type: 'input_audio', input_audio: { data: wav(1500), format: 'wav' } },
    ];
    const { usage } = await reply(simulate(), { model: 'gpt-4o', ...user(content) });
    const text = usage.prompt_tokens - 255 - 15;
    expect(usage.prompt_tokens_details).toEqual({
      cached_tokens: 0,
      audio_tokens: 15,
      text_tokens: text,
      image_tokens: 255,
    });
    expect(text).toBe(3 + 3 + encode('user').length + encode('What is this?').length);
  });
});

it('tokens written to the cache are reported where the price has a rate for them', () => {
  const prompt = {
    tokens: 3000,
    imageTokens: 0,
    audioTokens: 0,
    estimated: false,
    prefixes: [],
    breakpoints: [],
  };
  const cache = { cachedTokens: 1024, writtenTokens: 1920 };
  expect(promptUsage(prompt, cache, true).prompt_tokens_details).toEqual({
    cached_tokens: 1024,
    cache_write_tokens: 1920,
    audio_tokens: 0,
  });
  expect(promptUsage(prompt, cache, false).prompt_tokens_details).toEqual({
    cached_tokens: 1024,
    audio_tokens: 0,
  });
});

describe('a prediction', () => {
  it('is reported, and what was rejected is billed as output, streamed or not', async () => {
    const simulator = simulate();
    const plain = await reply(simulator, {});
    const text = plain.choices[0]?.message.content ?? '';
    const content = `${text} and so much more that never came`;
    const request = { prediction: { type: 'content', content } };
    const { usage } = await reply(simulator, request);
    const accepted = plain.usage.completion_tokens;
    const rejected = encode(content).length - accepted;
    expect(usage.completion_tokens_details).toMatchObject({
      accepted_prediction_tokens: accepted,
      rejected_prediction_tokens: rejected,
    });
    expect(usage.completion_tokens).toBe(accepted + rejected);
    await (await ask(simulator, { ...request, stream: true })).text();
    for (const { usage: billed } of simulator.books.requests.slice(1)) {
      expect(billed.completion_tokens).toBe(accepted + rejected);
    }
  });
});

describe('reasoning', () => {
  it('is part of the completion, and told apart', async () => {
    const { usage, choices } = await reply(simulate(), { model: 'o4-mini', temperature: 1 });
    const reasoning = usage.completion_tokens_details.reasoning_tokens ?? 0;
    expect(reasoning).toBeGreaterThan(0);
    const said = encode(choices[0]?.message.content ?? '').length;
    expect(usage.completion_tokens).toBe(reasoning + said);
  });
});

describe('usage in every chunk', () => {
  it('counts what all choices have so far, and ends where the whole does', async () => {
    const options = { include_usage: true, continuous_usage_stats: true };
    const chunks = await readChunks(
      ask(simulate(), { stream: true, n: 2, stream_options: options }),
    );
    let sofar = 0;
    for (const { usage } of chunks) {
      expect(usage?.completion_tokens).toBeGreaterThanOrEqual(sofar);
      sofar = usage?.completion_tokens ?? 0;
      expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + sofar);
    }
    const [beforeLast, last] = chunks.slice(-2);
    expect(last?.choices).toEqual([]);
    expect(beforeLast?.usage?.completion_tokens).toBe(last?.usage?.completion_tokens);
    expect(chunks[2]?.usage?.completion_tokens).toBeLessThan(sofar);
  });

  it('needs no chunk of its own at the end', async () => {
    const chunks = await readChunks(
      ask(simulate(), { stream: true, stream_options: { continuous_usage_stats: true } }),
    );
    expect(chunks.every(({ choices, usage }) => choices.length === 1 && usage != null)).toBe(true);
  });
});

describe('every reply', () => {
  it.each([
    ['gpt-4o-mini', { auto: 'default', default: 'default', scale: 'default', flex: 'default' }],
    ['gpt-4o-mini', { fast: 'priority', priority: 'priority' }],
    ['gpt-5-mini', { flex: 'flex', fast: 'priority' }],
    ['gpt-5-nano', { flex: 'flex', fast: 'default', priority: 'default' }],
  ])('of %s names the tier that serves: %j', async (model, tiers) => {
    for (const [asked, served] of Object.entries(tiers)) {
      const simulator = simulate();
      const request = { model, temperature: 1, service_tier: asked };
      expect((await reply(simulator, request)).service_tier).toBe(served);
      const chunks = await readChunks(ask(simulator, { ...request, stream: true }));
      expect(new Set(chunks.map(({ service_tier }) => service_tier))).toEqual(new Set([served]));
      for (const { serviceTier } of simulator.books.requests) expect(serviceTier).toBe(served);
    }
  });

  it('has the fingerprint of its snapshot, the same in every simulator', async () => {
    const prints = await Promise.all(
      ['gpt-4o', 'gpt-4o-2024-08-06', 'gpt-4o-mini'].map(
        async (model) => (await reply(simulate(), { model })).system_fingerprint,
      ),
    );
    expect(prints[0]).toMatch(/^fp_[0-9a-f]{10}$/);
    expect(prints[0]).toBe(prints[1]);
    expect(prints[0]).not.toBe(prints[2]);
  });
});

it('a prompt that leaves no room for the output asked for is told all three numbers', async () => {
  const request = { ...user('word '.repeat(120_000)), max_tokens: 16_000 };
  const error = await errorOf(ask(simulate(), request));
  expect(error.message).toMatch(
    /^This model's maximum context length is 128000 tokens\. However, you requested 1360\d\d tokens \(1200\d\d in the messages, 16000 in the completion\)\. Please reduce the length of the messages or completion\.$/,
  );
  expect(error).toMatchObject({ status: 400, code: 'context_length_exceeded' });
});
