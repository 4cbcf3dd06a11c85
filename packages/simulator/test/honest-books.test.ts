import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BilledRequest } from '../src/books/books.js';
import { ask } from '../src/fixtures/ask.js';
import { record } from '../src/recording/record.js';
import { simulate } from '../src/simulate.js';
import { expectHonestBooks } from './recount.js';

const text = fc.oneof(
  fc.constantFrom(
    'Explain decorators',
    'for x in xs: xs.remove(x)',
    'Translate to Go: print("hi")',
    'What is the weather in Paris and in Rome?',
    'Write a haiku',
  ),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const message = fc.oneof(
  fc.record({ role: fc.constantFrom('system', 'developer', 'user', 'assistant'), content: text }),
  fc.record({
    role: fc.constant('user'),
    content: fc.array(fc.record({ type: fc.constant('text'), text }), { minLength: 1 }),
    name: fc.constantFrom('ada', 'grace_hopper'),
  }),
);
const tool = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather in a city',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};
const request = fc.record(
  {
    messages: fc.array(message, { minLength: 1, maxLength: 4 }),
    stream: fc.boolean(),
    n: fc.integer({ min: 1, max: 3 }),
    temperature: fc.double({ min: 0, max: 2, noNaN: true }),
    top_p: fc.double({ min: 0.1, max: 1, noNaN: true }),
    tools: fc.constant([tool]),
  },
  { requiredKeys: ['messages'] },
);

describe('the books, recounted with a second tokenizer and re-added by hand', () => {
  it('are right for any text, role, tool, sampling and number of choices', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 3 }), async (requests) => {
        const simulator = simulate({ seed: 5 });
        const recorder = record(simulator.fetch);
        for (const asked of requests) await (await ask(recorder, asked)).text();
        expectHonestBooks(simulator.books.requests, recorder.recording.exchanges);
      }),
      { numRuns: 60 },
    );
  });

  it('are right for a long prompt that is sent again, and its cached tokens are cheaper', async () => {
    const simulator = simulate({ seed: 5 });
    const recorder = record(simulator.fetch);
    const content = 'All work and no play makes a long prompt. '.repeat(200);
    const messages = [
      { role: 'system', content },
      { role: 'user', content: 'Explain a for loop in two lines' },
    ];
    for (let time = 0; time < 3; time++) await (await ask(recorder, { messages })).text();
    expectHonestBooks(simulator.books.requests, recorder.recording.exchanges);
    const cached = simulator.books.requests.map(
      ({ usage }) => usage.prompt_tokens_details?.cached_tokens ?? 0,
    );
    expect(cached[0]).toBe(0);
    expect(cached[1]).toBeGreaterThanOrEqual(1_024);
    expect((cached[1] ?? 1) % 128).toBe(0);
    expect(cached[2]).toBe(cached[1]);
  });

  it('cost nothing for what was refused', async () => {
    const simulator = simulate({ seed: 5, faults: ['ok', 'rate-limit'] });
    const recorder = record(simulator.fetch);
    for (const asked of [{}, {}, { temperature: 99 }]) await (await ask(recorder, asked)).text();
    expectHonestBooks(simulator.books.requests, recorder.recording.exchanges);
    expect(simulator.books.requests.map(({ cost }) => cost > 0n)).toEqual([true, false, false]);
  });
});

const fox = 'the quick brown fox '.repeat(400);
const question = { role: 'user', content: 'Explain a for loop in two lines' };
const conversation = { temperature: 1, messages: [{ role: 'system', content: fox }, question] };

/** Sends what is asked in turn, recounts and re-adds all of it, and shows the bill. */
async function billed(
  ...asked: readonly Record<string, unknown>[]
): Promise<readonly BilledRequest[]> {
  const simulator = simulate({ seed: 5 });
  const recorder = record(simulator.fetch);
  for (const request of asked) await (await ask(recorder, { temperature: 1, ...request })).text();
  expectHonestBooks(simulator.books.requests, recorder.recording.exchanges);
  return simulator.books.requests;
}

const detailsOf = (line: BilledRequest | undefined) => line?.usage.prompt_tokens_details ?? {};

describe('the bill of the simulator is the one worked out by hand', () => {
  it('of a model that reasons, with tokens out of its cache', async () => {
    const request = { ...conversation, model: 'gpt-5-mini' };
    const lines = await billed(request, request);
    expect(detailsOf(lines[1]).cached_tokens).toBeGreaterThan(1024);
    expect(detailsOf(lines[1]).cache_write_tokens).toBeUndefined();
    expect(lines[1]?.cost).toBeLessThan(lines[0]?.cost ?? 0n);
  });

  it('of a model that bills writing to its cache, written, read, and both', async () => {
    const request = { ...conversation, model: 'gpt-5.6-luna' };
    const said = { role: 'assistant', content: 'A loop repeats.' };
    const longer = { ...request, messages: [...conversation.messages, said, question] };
    const lines = await billed(request, request, longer);
    const seen = lines
      .map(detailsOf)
      .map(({ cached_tokens: cached = 0, cache_write_tokens: written = 0 }) => [
        cached > 0,
        written > 0,
      ]);
    expect(seen).toEqual([
      [false, true],
      [true, false],
      [true, true],
    ]);
  });

  it('on flex and on priority, and on default where the tier has no price', async () => {
    const lines = await billed(
      { ...conversation, model: 'gpt-5.6-luna', service_tier: 'flex' },
      { ...conversation, model: 'gpt-5.6-luna', service_tier: 'flex' },
      { ...conversation, model: 'gpt-5.6-luna', service_tier: 'fast' },
      { ...conversation, model: 'gpt-5-mini', service_tier: 'flex' },
      { model: 'gpt-4o-mini', service_tier: 'priority' },
      { model: 'gpt-4o-mini', service_tier: 'flex' },
    );
    const tiers = lines.map(({ serviceTier }) => serviceTier);
    expect(tiers).toEqual(['flex', 'flex', 'priority', 'flex', 'priority', 'default']);
  });

  it('at 272,000 tokens as of a shorter prompt, and at 272,001 as of a longer one, written and read', async () => {
    const start = 'word'.concat(' word'.repeat(271_992));
    const sent = (content: string) => ({
      model: 'gpt-5.6-luna',
      messages: [{ role: 'user', content }],
      max_completion_tokens: 16,
    });
    const [short, again, long, priority] = await billed(
      sent(start),
      sent(start),
      sent(`${start} word`),
      { ...sent(`${start} word`), service_tier: 'priority' },
    );
    expect(short?.usage.prompt_tokens).toBe(272_000);
    expect(detailsOf(short).cache_write_tokens).toBe(271_997);
    expect(detailsOf(again).cached_tokens).toBe(271_997);
    expect(long?.usage.prompt_tokens).toBe(272_001);
    expect(detailsOf(long).cache_write_tokens).toBe(271_998);
    expect(priority?.serviceTier).toBe('default');
  });
});
