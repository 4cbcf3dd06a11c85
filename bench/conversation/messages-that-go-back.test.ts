import { ChatClient, type ChatClientOptions, defineTool } from '@farebox/chat';
import { type ChatMessage, tool, user } from '@farebox/core';
import { simulate } from '@farebox/simulator';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const text = fc.constantFrom(undefined, null, '', ' ', 'Hello.', 'Ünïcode 🎉');
const name = fc.constantFrom(
  'look_up',
  'no such tool',
  'multi_tool_use.parallel',
  '',
  'é'.repeat(80),
);
const call = fc.oneof(
  fc.record({
    id: fc.constantFrom('', 'a', 'a', 'b', 'chatcmpl-tool-0123456789abcdef0123456789abcdef'),
    type: fc.constant('function'),
    function: fc.record({ name, arguments: fc.constantFrom('', '{}', '{"a":', 'null') }),
  }),
  fc.record({
    id: fc.constantFrom('', 'c', 'd'),
    type: fc.constant('custom'),
    custom: fc.record({ name, input: fc.constantFrom('', 'x') }),
  }),
);
// Long expired: what is fresh goes back by its id, which only the provider that made it knows.
const audio = { id: 'audio_1', data: 'AAAA', transcript: 'Hello', expires_at: 1 };
/** Everything that a provider has been seen to put into a message, and what is null in it. */
const message = fc.record(
  {
    content: text,
    refusal: fc.constantFrom(null, '', 'I cannot.'),
    annotations: fc.constantFrom([], null, [{ type: 'url_citation' }]),
    tool_calls: fc.oneof(fc.constantFrom(null, []), fc.array(call, { minLength: 1, maxLength: 3 })),
    function_call: fc.constantFrom(null, { name: 'look_up', arguments: '{}' }),
    audio: fc.constantFrom(null, audio, { ...audio, transcript: '' }),
    reasoning: fc.constantFrom(null, 'Hm.'),
    name: fc.constantFrom(undefined, null),
  },
  { requiredKeys: [] },
);

function replyOf(said: object, finish_reason: string) {
  const choice = { index: 0, message: { role: 'assistant', ...said }, finish_reason };
  const head = { id: 'c', object: 'chat.completion', created: 1_767_225_600, model: 'gpt-4o-mini' };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  return {
    body: JSON.stringify({ ...head, choices: [choice], usage }),
    headers: { 'content-type': 'application/json' },
  };
}

/** A client whose provider gives these replies, one for each request; the last one repeats. */
function clientOf(options: Partial<ChatClientOptions>, ...replies: ReturnType<typeof replyOf>[]) {
  let asked = 0;
  const fetch = async () => {
    const { body, headers } = replies[Math.min(asked++, replies.length - 1)] ?? {
      body: '',
      headers: {},
    };
    return new Response(body, { headers });
  };
  return new ChatClient({ model: 'gpt-4o-mini', fetch, stream: false, retry: false, ...options });
}

const lookUp = defineTool({ name: 'look_up', run: () => 'found' });
const { fetch } = simulate({ seed: 1 });
const strict = new ChatClient({ model: 'gpt-4o-mini', fetch, retry: false });

it('whatever a reply has in it, its messages are such as a strict provider takes: sent on, each call with a result', async () => {
  const finish = fc.constantFrom('stop', 'length', 'tool_calls', 'content_filter');
  let taken = 0;
  const property = fc.asyncProperty(
    fc.array(fc.tuple(message, finish), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    async (replies, withTools) => {
      const canned = replies.map(([said, finish]) => replyOf(said, finish));
      const tools = withTools ? [lookUp] : [];
      const client = clientOf({ tools, toolLoop: { maxTurns: 3 } }, ...canned);
      const answer = await client.ask('Go').catch(() => undefined);
      // Nothing in it at all, or two calls of one id that nobody was to run: no answer, or not ours to mend.
      if (answer === undefined || (!withTools && answer.toolCalls.length > 0)) return;
      taken++;
      const results = answer.toolCalls.map(({ id }) => tool(id, 'found'));
      const sent: ChatMessage[] = [user('Go'), ...answer.messages, ...results, user('And?')];
      expect(answer.messages.at(-1)).not.toHaveProperty('annotations');
      await strict.ask(sent);
    },
  );
  await fc.assert(property, { numRuns: 60 });
  expect(taken).toBeGreaterThan(10);
});

it('a spoken answer that has just come goes back by its id', async () => {
  const fresh = { ...audio, expires_at: 1_767_225_601 };
  const client = clientOf({}, replyOf({ content: null, audio: fresh }, 'stop'));
  const { messages, completion } = await client.ask('Say hello');
  expect(messages).toEqual([{ role: 'assistant', content: null, audio: { id: 'audio_1' } }]);
  expect(completion.choices[0]?.message.audio?.data).toBe('AAAA');
});
