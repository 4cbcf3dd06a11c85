import { type AskOptions, ChatClient, type ChatEvent, type TypedSchema } from '@farebox/chat';
import { type ChatError, isChatError } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { simulate } from '@farebox/simulator';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { schemaOf } from './random-schemas.js';

const schema = schemaOf({
  json: {
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'integer' } },
    required: ['a'],
  },
  check: (value, path) => {
    const { a, b = 1 } = value as Record<string, unknown>;
    return typeof a === 'string' && Number.isInteger(b) ? [] : [`${path}: wrong`];
  },
}) as TypedSchema<{ a: string; b?: number }, { a: string; b?: number }>;

/** What a model may say, whole or a part of it. */
const replies = fc.constantFrom(
  { content: '{"a": "a long enough text to be cut", "b": 1}' },
  { content: '{"a": "x", "b": null}' },
  { content: 'Here: ```json\n{"a": "x"}\n```' },
  { content: '{"a": 1}' },
  { content: '{"b": 7}' },
  { content: 'I do not know.' },
  { content: '{"a": "half of', finish: 'length' as const },
  { content: ' it and the rest"}' },
  { content: 'x', finish: 'length' as const },
  { refusal: 'I cannot.' },
  { content: '{"a": ', finish: 'content_filter' as const },
);
const faults = fc.constantFrom(
  'ok',
  'ok',
  'ok',
  'unavailable',
  'rate-limit',
  'cut',
  'reset',
  'no-usage',
);

it('whatever a model says and the network does: a value that fits or an error of its kind, a page that shows the answer, and receipts that are the books', async () => {
  // The price list is loaded with the first call, which takes time that no virtual clock knows of.
  await new ChatClient({ model: 'gpt-4o-mini', fetch: simulate().fetch }).ask('Hello');
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(replies, { minLength: 1, maxLength: 8 }),
      fc.array(faults, { maxLength: 5 }),
      fc.nat(2),
      fc.constantFrom('return' as const, 'throw' as const, 'continue' as const),
      fc.constantFrom('throw' as const, 'restart' as const),
      fc.constantFrom('gpt-4o-mini', 'gpt-4-turbo'),
      fc.constantFrom(undefined, '0.012', '0.5'),
      async (script, faulty, reasks, onLength, onTruncated, model, budget) => {
        const clock = virtualClock({
          settle: () => new Promise((resolve) => setImmediate(resolve)),
        });
        const simulator = simulate({ seed: 1, clock, answers: script, faults: faulty });
        let page = '';
        const events: ChatEvent[] = [];
        const observe = (event: ChatEvent) => {
          events.push(event);
          if (event.type !== 're-ask' && event.type !== 'restart') return;
          page = page.slice(0, page.length - event.discard.characters);
        };
        const client = new ChatClient({
          model,
          fetch: simulator.fetch,
          clock,
          onTruncated,
          budget,
          observe,
        });
        const options: AskOptions<{ a: string; b?: number }> = { schema, reasks, onLength };
        const reading = (async () => {
          const stream = client.stream('Anything?', options);
          for await (const piece of stream) page += piece;
          return stream.answer;
        })().catch((error: ChatError) => error);
        let isOver = false;
        reading.then(() => {
          isOver = true;
        });
        while (!isOver) await clock.advance(1_000);
        const outcome = await reading;

        const receipts = events.flatMap((event) =>
          event.type === 'receipt' ? [event.receipt] : [],
        );
        expect(receipts).toHaveLength(simulator.books.requests.length);
        expect(new Set(receipts.map(({ callId }) => callId)).size).toBeLessThanOrEqual(1);
        expect(receipts.map(({ attempt }) => attempt)).toEqual(receipts.map((_, at) => at + 1));
        expect(clock.pending).toBe(0);
        expect(client.spent >= simulator.books.cost).toBe(true);
        const reasked = events.filter(({ type }) => type === 're-ask').length;
        expect(reasked).toBeLessThanOrEqual(reasks);
        const name = isChatError(outcome) ? `${outcome.kind} ${outcome.code ?? ''}` : 'value';
        outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
        if (!isChatError(outcome)) {
          expect(typeof outcome.value.a).toBe('string');
          expect(outcome.text).toBe(page);
          expect(outcome.truncated).toBe(false);
          return;
        }
        const isExpected =
          /^(schema|refusal|content-filter|truncated|budget|connection|server|rate-limit)$/;
        expect(outcome.kind).toMatch(isExpected);
        if (outcome.kind === 'schema') expect(reasked).toBe(reasks);
        if (outcome.delivered) expect(outcome.partial?.choices).toBeDefined();
        expect(JSON.stringify(outcome) + outcome.message).not.toMatch(
          /half of|long enough|cannot\./,
        );
      },
    ),
    { numRuns: 80 },
  );
  expect(outcomes.get('value')).toBeGreaterThan(5);
  expect(outcomes.size).toBeGreaterThan(2);
});
