import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { parseEvents, type SentChunk, textOfChunks } from '../fixtures/read-events.js';
import { simulate } from '../simulate.js';

/** 3 to prime the reply, 3 for the message, and its role and content. */
const promptTokens =
  3 + 3 + encode('user').length + encode('Explain a for loop in two lines').length;

describe('the books', () => {
  it('are empty before anything arrived', () => {
    const { books } = simulate();
    expect([books.requests, books.cost, books.costUsd]).toEqual([[], 0n, 0]);
  });

  it('bill a completed reply at $0.15 and $0.60 per million tokens, worked out by hand', async () => {
    const { books, ...simulator } = simulate();
    const response = await ask(simulator);
    const text = ((await response.json()) as { choices: { message: { content: string } }[] })
      .choices[0]?.message.content;
    const completionTokens = encode(text ?? '').length;
    expect(books.requests).toEqual([
      {
        id: response.headers.get('x-request-id'),
        model: 'gpt-4o-mini-2024-07-18',
        serviceTier: 'default',
        status: 200,
        usage: {
          prompt_tokens: promptTokens,
          prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
          completion_tokens: completionTokens,
          total_tokens: promptTokens + completionTokens,
        },
        sentTokens: completionTokens,
        replayOf: undefined,
        estimated: false,
        cost: BigInt(promptTokens) * 150_000n + BigInt(completionTokens) * 600_000n,
        ended: 'completed',
      },
    ]);
    expect(books.costUsd).toBeCloseTo((promptTokens * 0.15 + completionTokens * 0.6) / 1e6, 12);
  });

  it('agree with the usage that a stream reports', async () => {
    const { books, ...simulator } = simulate();
    const response = await ask(simulator, {
      stream: true,
      n: 2,
      stream_options: { include_usage: true },
    });
    const reported = (JSON.parse(parseEvents(await response.text()).at(-2) ?? '') as SentChunk)
      .usage;
    expect(books.requests[0]?.usage).toEqual({
      prompt_tokens: reported?.prompt_tokens,
      prompt_tokens_details: reported?.prompt_tokens_details,
      completion_tokens: reported?.completion_tokens,
      total_tokens: reported?.total_tokens,
    });
  });

  it('bill the prompt as soon as generation starts, read or not', async () => {
    const { books, ...simulator } = simulate();
    await ask(simulator, { stream: true });
    expect(books.requests[0]).toMatchObject({
      ended: 'open',
      cost: BigInt(promptTokens) * 150_000n,
    });
  });

  it('bill what was sent, at least, to a client that left', async () => {
    const { books, ...simulator } = simulate();
    const response = await ask(simulator, { stream: true });
    const reader = response.body?.getReader();
    const received: string[] = [];
    for (let reads = 0; reads < 3; reads++) {
      received.push(new TextDecoder().decode((await reader?.read())?.value));
    }
    await reader?.cancel();
    const chunks = parseEvents(received.join('')).map((event) => JSON.parse(event) as SentChunk);
    const [line] = books.requests;
    expect(line?.ended).toBe('disconnected');
    expect(line?.usage.completion_tokens).toBeGreaterThanOrEqual(
      encode(textOfChunks(chunks)).length,
    );
    expect(line?.usage.completion_tokens).toBeGreaterThan(0);
  });

  it('stay completed when the client leaves between the finish and [DONE]', async () => {
    const { books, ...simulator } = simulate({ faults: ['open-after-done'] });
    const response = await ask(simulator, { stream: true });
    const reader = response.body?.getReader();
    let text = '';
    while (!text.includes('[DONE]'))
      text += new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    expect(books.requests[0]?.ended).toBe('completed');
  });

  it('bill a JSON reply whole, though the client left before reading it', async () => {
    const { books, ...simulator } = simulate();
    await (await ask(simulator)).body?.cancel();
    const [line] = books.requests;
    expect(line).toMatchObject({ ended: 'disconnected', sentTokens: 0 });
    expect(line?.usage.completion_tokens).toBeGreaterThan(20);
  });

  it('list a refused request without cost, under the model it asked for', async () => {
    const { books, ...simulator } = simulate();
    await ask(simulator, { temperature: 99 });
    await ask(simulator, { model: 'gpt-0' });
    expect(books.requests).toMatchObject([
      { status: 400, model: 'gpt-4o-mini', serviceTier: undefined, cost: 0n, ended: 'refused' },
      { status: 404, model: 'gpt-0', cost: 0n, ended: 'refused' },
    ]);
    expect(books.cost).toBe(0n);
  });

  it('hold nothing about lists of models and unknown addresses', async () => {
    const { books, fetch } = simulate();
    await fetch('http://simulator/v1/models');
    await fetch('http://simulator/v1/nothing');
    expect(books.requests).toEqual([]);
  });
});
