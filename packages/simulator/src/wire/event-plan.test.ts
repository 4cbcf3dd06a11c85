import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { ask, textOf } from '../fixtures/ask.js';
import { parseEvents, readChunks, textOfChunks } from '../fixtures/read-events.js';
import { simulate } from '../simulate.js';

const stream = { stream: true };

describe('a streamed reply', () => {
  it('is a role chunk, one chunk per token, a finish chunk and [DONE]', async () => {
    const chunks = await readChunks(ask(simulate(), stream));
    const tokens = encode(textOfChunks(chunks));
    expect(chunks).toHaveLength(tokens.length + 2);
    expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '', refusal: null });
    expect(chunks.at(-1)?.choices[0]).toMatchObject({ delta: {}, finish_reason: 'stop' });
    for (const chunk of chunks.slice(0, -1)) expect(chunk.choices[0]?.finish_reason).toBeNull();
  });

  it('says the same text as the JSON reply, under one id and the dated model', async () => {
    const chunks = await readChunks(ask(simulate(), stream));
    expect(textOfChunks(chunks)).toBe(await textOf(ask(simulate())));
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(new Set(chunks.map(({ model }) => model))).toEqual(new Set(['gpt-4o-mini-2024-07-18']));
  });

  it('has event-stream headers, a request id and a processing time', async () => {
    const { headers } = await ask(simulate(), stream);
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(headers.get('openai-processing-ms')).toMatch(/^\d+$/);
  });

  it('ends with a usage chunk without choices when asked, all others carrying null', async () => {
    const chunks = await readChunks(
      ask(simulate(), { ...stream, stream_options: { include_usage: true } }),
    );
    const last = chunks.at(-1);
    expect(last?.choices).toEqual([]);
    expect(last?.usage?.completion_tokens).toBe(encode(textOfChunks(chunks)).length);
    for (const chunk of chunks.slice(0, -1)) expect(chunk.usage).toBeNull();
  });

  it('has no usage field at all when not asked', async () => {
    for (const chunk of await readChunks(ask(simulate(), stream))) {
      expect(chunk).not.toHaveProperty('usage');
    }
  });

  it('pads each delta to a multiple of 16 characters, unless told not to', async () => {
    for (const chunk of await readChunks(ask(simulate(), stream))) {
      const content = chunk.choices[0]?.delta.content ?? '';
      expect((content.length + (chunk.obfuscation?.length ?? 0)) % 16).toBe(0);
      expect(chunk.obfuscation).toMatch(/^[A-Za-z0-9]+$/);
    }
    const bare = await readChunks(
      ask(simulate(), { ...stream, stream_options: { include_obfuscation: false } }),
    );
    for (const chunk of bare) expect(chunk).not.toHaveProperty('obfuscation');
  });

  it('lets several choices take turns, each with its own finish', async () => {
    const chunks = await readChunks(ask(simulate(), { ...stream, n: 3, temperature: 1 }));
    const order = chunks.map(({ choices }) => choices[0]?.index);
    expect(order.slice(0, 6)).toEqual([0, 1, 2, 0, 1, 2]);
    const finished = chunks.filter(({ choices }) => choices[0]?.finish_reason === 'stop');
    expect(finished.map(({ choices }) => choices[0]?.index).toSorted()).toEqual([0, 1, 2]);
  });

  it('never splits a character, though its tokens do', async () => {
    const topic = 'the flag 🏳️‍🌈 of 漢字 and naïve 𝒳 𓂀';
    const request = { messages: [{ role: 'user' as const, content: topic }] };
    const chunks = await readChunks(ask(simulate(), { ...stream, ...request }));
    const text = textOfChunks(chunks);
    expect(text).toContain(topic);
    for (const { choices } of chunks)
      expect(choices[0]?.delta.content ?? '').not.toContain('\uFFFD');
  });

  it('writes nothing ahead of its reader', async () => {
    const simulator = simulate();
    const response = await ask(simulator, stream);
    expect(simulator.books.requests[0]?.usage.completion_tokens).toBe(0);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    const sent = parseEvents(new TextDecoder().decode(first?.value));
    expect(sent.length).toBeLessThanOrEqual(4);
    expect(simulator.books.requests[0]?.usage.completion_tokens).toBeLessThan(4);
    await reader?.cancel();
  });
});
