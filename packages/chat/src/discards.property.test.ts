import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod';
import type { ChatEvent } from './chat-event.js';
import { calling } from './fixtures/calling-reply.js';
import type { CannedReply } from './fixtures/canned-provider.js';
import { setUp } from './fixtures/set-up.js';
import { defineTool } from './tools/define-tool.js';

const words = fc
  .array(
    fc.constantFrom('One ', 'two ', 'three ', '{"a":1} ', '{"a":"x"} ', 'One two three four '),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((list) => list.join(''));
const tool = defineTool({ name: 'look_up', run: () => 'found' });

let ids = 0;
const reply: fc.Arbitrary<CannedReply> = fc.oneof(
  words.map((text) => ({ text })),
  words.map((text) => ({ text, finish: 'length' })),
  words.map((text) => ({ text, cut: true })),
  fc
    .record({ text: fc.option(words, { nil: undefined }), isCut: fc.boolean() })
    .map((options) =>
      calling([{ name: 'look_up', arguments: { n: ids++ }, id: `c${ids}` }], options),
    ),
);
/** Mistral's, which repeats first what it goes on from; that it did so is a part of each reply here. */
const options = fc.record({
  tools: fc.constantFrom([], [tool]),
  onLength: fc.constantFrom('return' as const, 'continue' as const),
  profile: fc.constantFrom('openai' as const, 'mistral' as const),
  resumptions: fc.integer({ min: 1, max: 3 }),
});
const schema = z.object({ a: z.number() });

it('whatever breaks off, is gone on with, calls tools or is asked for again: what is not void of the text is the text of each step, then the answer', async () => {
  let restarts = 0;
  const property = fc.asyncProperty(
    fc.array(reply, { minLength: 2, maxLength: 8 }),
    options,
    fc.boolean(),
    async (replies, set, isTyped) => {
      const { client, clock } = setUp({ ...set, onTruncated: 'restart', reasks: 2 }, ...replies);
      let shown = '';
      const observe = (event: ChatEvent) => {
        if (event.type !== 'restart' && event.type !== 're-ask') return;
        const { characters } = event.discard;
        expect(characters).toBeLessThanOrEqual(shown.length);
        if (event.type === 'restart') restarts++;
        shown = shown.slice(0, shown.length - characters);
      };
      const stream = client.stream('Go', { observe, ...(isTyped && { schema }) });
      const reading = (async () => {
        for await (const piece of stream) shown += piece;
      })().catch(() => {});
      await clock.advance(600_000);
      await reading;
      const answer = await stream.answer.catch(() => undefined);
      if (answer === undefined) return;
      const steps = answer.messages
        .slice(0, -1)
        .filter((message) => message.role === 'assistant' && message.tool_calls !== undefined)
        .map(({ content }) => content ?? '');
      expect(shown).toBe(steps.join('') + answer.text);
    },
  );
  await fc.assert(property, { numRuns: 100 });
  expect(restarts).toBeGreaterThan(5);
});
