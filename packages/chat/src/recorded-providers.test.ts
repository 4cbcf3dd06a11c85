import type { ProviderName } from '@farebox/client';
import { describe, expect, it } from 'vitest';
import { ChatClient } from './chat-client.js';
import anthropic from './fixtures/recorded/anthropic.json' with { type: 'json' };
import gemini from './fixtures/recorded/gemini.json' with { type: 'json' };
import { defineTool } from './tools/define-tool.js';

interface Recorded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const models = { anthropic: 'claude-haiku-4-5', gemini: 'gemini-2.5-flash' } as const;

/** A client of the provider, which answers with what was recorded, one reply per request (the last one repeats). */
function replaying(provider: keyof typeof models, ...replies: Recorded[]) {
  const requests: { url: string; body: Record<string, unknown> }[] = [];
  const fetch = (async (url: RequestInfo | URL, init?: RequestInit) => {
    requests.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    const { status, headers, body } =
      replies[Math.min(requests.length, replies.length) - 1] ?? expect.fail('Nothing is recorded.');
    return new Response(body, { status, headers });
  }) as typeof globalThis.fetch;
  const model = models[provider];
  const options = { provider: provider as ProviderName, model, apiKey: 'key-0123456789', fetch };
  return { client: new ChatClient({ ...options, retry: false }), requests };
}

/** The same reply as text, piece by piece, and as a whole. */
async function read(provider: keyof typeof models, recorded: Recorded) {
  const { client, requests } = replaying(provider, recorded);
  const pieces: string[] = [];
  const stream = client.stream('Hello?');
  for await (const piece of stream) pieces.push(piece);
  const answer = await stream.answer;
  const whole = await replaying(provider, recorded).client.ask('Hello?');
  expect(whole.completion).toEqual(answer.completion);
  expect(pieces.join('')).toBe(answer.text);
  const { cost, usage } = answer.receipts[0] ?? {};
  return { answer, requests, cost, usage, message: answer.completion.choices[0]?.message };
}

const failure = (provider: keyof typeof models, recorded: Recorded) =>
  replaying(provider, recorded)
    .client.ask('Hello?')
    .then(
      () => expect.fail('It answered.'),
      (error: unknown) => error,
    );

describe("Anthropic's OpenAI-compatible endpoint", () => {
  it.each(['stream', 'json'] as const)('answers: %s', async (name) => {
    const { answer, cost, requests } = await read('anthropic', anthropic[name]);
    expect(answer).toMatchObject({
      text: 'Hello from Claude.',
      finishReason: 'stop',
      truncated: false,
    });
    expect(answer.usage).toMatchObject({ inputTokens: 21, outputTokens: 8 });
    expect(answer.requestId).toBe('req_011CSHoEeqs5C35K2UUqR7Fy');
    // $1 and $5 per million.
    expect(cost).toEqual({ known: 'reported', amount: 21n * 1_000_000n + 8n * 5_000_000n });
    expect(requests[0]?.url).toBe('https://api.anthropic.com/v1/chat/completions');
    expect(requests[0]?.body.stream_options).toEqual({ include_usage: true });
  });

  it('calls a tool, in pieces', async () => {
    const { answer, message } = await read('anthropic', anthropic.toolCalls);
    expect(answer.finishReason).toBe('tool_calls');
    expect(message?.tool_calls).toEqual([
      {
        id: 'toolu_01A09q90qw90lq917835lq9',
        type: 'function',
        function: { name: 'get_weather', arguments: '{"city": "Bern"}' },
      },
    ]);
  });

  it('is cut off at the ceiling, and says so', async () => {
    const { answer } = await read('anthropic', anthropic.length);
    expect(answer).toMatchObject({ finishReason: 'length', truncated: true, text: 'Once upon' });
  });

  it('refuses in a word of its own, which is a filtered answer', async () => {
    const { answer } = await read('anthropic', anthropic.refusal);
    expect(answer).toMatchObject({ finishReason: 'content_filter', text: '' });
  });

  it.each([
    ['badKey', 'authentication', undefined],
    ['rateLimit', 'rate-limit', 12_000],
    ['noModel', 'not-found', undefined],
    ['parameters', 'bad-request', undefined],
    ['noCredit', 'quota', undefined],
    ['overloaded', 'server', undefined],
  ] as const)('fails with %s: that is %s', async (name, kind, retryAfterMs) => {
    const error = await failure('anthropic', anthropic[name]);
    expect(error).toMatchObject({
      kind,
      status: anthropic[name].status,
      requestId: 'req_011CSHoEeqs5C35K2UUqR7Fy',
    });
    expect(error).toHaveProperty('retryAfterMs', retryAfterMs);
  });
});

describe("Gemini's OpenAI-compatible endpoint", () => {
  it('streams, with usage that has no completion_tokens at first', async () => {
    const { answer, cost, requests } = await read('gemini', gemini.stream);
    expect(answer).toMatchObject({ text: '1, 2, 3, 4, 5', finishReason: 'stop' });
    // $0.30 and $2.50 per million.
    expect(cost).toEqual({ known: 'reported', amount: 8n * 300_000n + 13n * 2_500_000n });
    expect(requests[0]?.url).toBe(
      'https://generativelanguage.googleapis.com/v1beta/openai/chat/completions',
    );
  });

  it.each([
    ['thinking', 3, 2, 71],
    ['json', 17, 2, 49],
  ] as const)(
    'charges thoughts that only the total counts: %s',
    async (name, input, shown, total) => {
      const { answer, cost, usage } = await read('gemini', gemini[name]);
      expect(usage).toMatchObject({
        completion_tokens: total - input,
        completion_tokens_details: { reasoning_tokens: total - input - shown },
      });
      expect(answer.usage.outputTokens).toBe(total - input);
      const amount = BigInt(input) * 300_000n + BigInt(total - input) * 2_500_000n;
      expect(cost).toEqual({ known: 'reported', amount });
    },
  );

  it('calls tools side by side without an index, and its signature stays on the call', async () => {
    const { message, usage } = await read('gemini', gemini.toolCalls);
    expect(message?.tool_calls).toEqual([
      {
        extra_content: { google: { thought_signature: 'EjQKMgEMOdbHJChLX75QUCJjyYlm' } },
        id: 'eaifhb3y',
        type: 'function',
        function: { name: 'get_weather', arguments: '{"city":"Bern"}' },
      },
      {
        id: 'mw4fnecu',
        type: 'function',
        function: { name: 'get_weather', arguments: '{"city":"Rome"}' },
      },
    ]);
    expect(usage).toMatchObject({ completion_tokens: 99 });
  });

  it('gets its signature back with the results of the tools, in the words it was given in', async () => {
    const { client, requests } = replaying('gemini', gemini.toolCalls, gemini.stream);
    const weather = defineTool({ name: 'get_weather', run: () => 'sunny' });
    const answer = await client.ask('What is the weather?', { tools: [weather] });
    expect(answer).toMatchObject({ text: '1, 2, 3, 4, 5', stopped: 'answer' });
    const [, called] = requests.map(({ body }) => body.messages as { tool_calls?: unknown[] }[]);
    expect(called?.[1]?.tool_calls).toMatchObject([
      {
        extra_content: { google: { thought_signature: 'EjQKMgEMOdbHJChLX75QUCJjyYlm' } },
        id: 'eaifhb3y',
      },
      { id: 'mw4fnecu' },
    ]);
  });

  it('puts call, finish and usage into one chunk', async () => {
    const { answer, message, cost } = await read('gemini', gemini.oneFrame);
    expect(message?.tool_calls).toHaveLength(1);
    expect(answer.finishReason).toBe('tool_calls');
    expect(cost).toMatchObject({ known: 'reported' });
  });

  it('may stop with nothing in it, which is an answer without text', async () => {
    const { answer, cost } = await read('gemini', gemini.empty);
    expect(answer).toMatchObject({ text: '', finishReason: 'stop' });
    expect(cost).toEqual({ known: 'reported', amount: 5051n * 300_000n });
  });

  it('filters with a detail in its word and no message', async () => {
    const { answer } = await read('gemini', gemini.filtered);
    expect(answer).toMatchObject({ text: '', finishReason: 'content_filter' });
  });

  it.each([
    ['badKey', 'authentication', undefined],
    ['rateLimit', 'rate-limit', 12_000],
    ['noModel', 'not-found', undefined],
    ['overloaded', 'server', undefined],
  ] as const)('fails with %s, in a list: that is %s', async (name, kind, retryAfterMs) => {
    const error = await failure('gemini', gemini[name]);
    expect(error).toMatchObject({ kind, status: gemini[name].status });
    expect(error).toHaveProperty('retryAfterMs', retryAfterMs);
  });
});
