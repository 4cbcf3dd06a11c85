import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
