import type { ChatMessage } from '@farebox/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod';
import type { ChatClientOptions } from '../client-options.js';
import { type CannedCall, calling } from '../fixtures/calling-reply.js';
import type { CannedReply } from '../fixtures/canned-provider.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from './define-tool.js';
import { ToolError } from './tool-error.js';

const parameters = z.object({ n: z.number().optional() });
const tools = [
  defineTool({ name: 'answer', parameters, run: ({ n }) => ({ n }) }),
  defineTool({ name: 'throw', run: () => Promise.reject(new Error('x')) }),
  defineTool({
    name: 'tell',
    run: () => {
      throw new ToolError('x');
    },
  }),
  defineTool({ name: 'hang', timeoutMs: 1_000, run: () => new Promise(() => {}) }),
  defineTool({ name: 'nothing', run: () => undefined }),
  defineTool({
    name: 'cycle',
    run: () => {
      const one: unknown[] = [];
      one.push(one);
      return one;
    },
  }),
  { type: 'function', function: { name: 'wire' } },
] as const;

const name = fc.constantFrom(
  ...['answer', 'throw', 'tell', 'hang', 'nothing', 'cycle'],
  ...['answer', 'wire', 'unknown', '__proto__', 'constructor', ''],
);
const args = fc.constantFrom(
  '',
  '{}',
  '{"n":1}',
  '{"n":"1"}',
  '{"n":',
  '[]',
  '{"__proto__":1}',
  'null',
);
const id = fc.constantFrom('', 'a', 'b', 'a', 'call00000', 'call00001');
const call: fc.Arbitrary<CannedCall> = fc
  .record({ name, arguments: args, id, isCustom: fc.boolean() })
  .map(({ isCustom, ...one }) => ({ ...one, ...(isCustom && { type: 'custom' as const }) }));
const finish = fc.constantFrom(
  'stop',
  'tool_calls',
  'tool_calls',
  'length',
  'content_filter',
  'function_call',
);

function repliesOf(isJson: boolean): fc.Arbitrary<CannedReply[]> {
  const reply = fc
    .record({
      calls: fc.array(call, { maxLength: 4 }),
      text: fc.constantFrom(undefined, '', 'Let me see.'),
      finish,
      functionCall: fc.constantFrom(undefined, undefined, { name: 'answer', arguments: '{}' }),
    })
    .map(({ calls, text, finish, functionCall }) =>
      // A reply with nothing in it is an error of the protocol.
      calling(calls, {
        text: calls.length + (functionCall ? 1 : 0) === 0 ? `${text ?? ''}.` : text,
        finish,
        functionCall,
        isJson,
      }),
    );
  return fc.array(reply, { minLength: 1, maxLength: 6 });
}

const options = fc.record({
  toolLoop: fc.record({
    maxTurns: fc.integer({ min: 1, max: 6 }),
    concurrency: fc.integer({ min: 1, max: 3 }),
  }),
  tool_choice: fc.constantFrom(undefined, 'required', 'none', 'auto'),
  profile: fc.constantFrom(undefined, 'gemini', 'ollama'),
});

/** What providers refuse a conversation for, as far as calls of tools and their results go. */
function faultIn(messages: readonly ChatMessage[]): string | undefined {
  const taken = new Set<string>();
  let open = new Set<string>();
  for (const message of messages) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id))
        return `a result of no call before it, or a second one`;
      continue;
    }
    if (open.size > 0) return 'a call without a result';
    if (message.role === 'function') return 'a result of the deprecated kind';
    if (message.role !== 'assistant') continue;
    if (message.function_call) return 'a call of the deprecated kind';
    for (const { id } of message.tool_calls ?? []) {
      if (id === '' || taken.has(id)) return `an id that is none, or was there before`;
      taken.add(id);
    }
    open = new Set((message.tool_calls ?? []).map(({ id }) => id));
  }
  return open.size > 0 ? 'a call without a result at the end' : undefined;
}

it('whatever a provider replies, and whenever it is aborted, each call that is sent back has one result', async () => {
  const played = fc.boolean().chain((isJson) =>
    fc.record({
      isJson: fc.constant(isJson),
      replies: repliesOf(isJson),
      options,
      abortAtMs: fc.option(fc.integer({ min: 0, max: 3_000 }), { nil: undefined }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(played, async ({ isJson, replies, options, abortAtMs }) => {
      const { client, provider, clock } = setUp(
        { ...(options as Partial<ChatClientOptions>), tools, stream: !isJson, retry: false },
        ...replies,
      );
      const controller = new AbortController();
      if (abortAtMs !== undefined) clock.after(abortAtMs, () => controller.abort());
      const stream = client.stream('Go', { signal: controller.signal });
      const ended = stream.answer.catch((thrown) => thrown);
      await clock.advance(10_000);
      const end = await ended;
      expect(provider.requests.length).toBeLessThanOrEqual(options.toolLoop.maxTurns);
      for (const { body } of provider.requests) {
        expect(faultIn(body.messages as ChatMessage[])).toBeUndefined();
      }
      expect(faultIn(stream.said)).toBeUndefined();
      if (end instanceof Error) expect(end).toMatchObject({ kind: 'aborted' });
      else expect(end.stopped === 'answer').toBe(end.toolCalls.length === 0);
      expect(clock.pending).toBe(0);
    }),
    { numRuns: 60 },
  );
});
