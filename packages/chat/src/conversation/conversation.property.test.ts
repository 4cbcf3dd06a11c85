import type { ChatRequest } from '@farebox/core';
import { expectedInput } from '@farebox/core/bound';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setUp } from '../fixtures/set-up.js';
import { problemOf, type WindowedReply, windowedProvider } from '../fixtures/windowed-provider.js';
import { defineTool } from '../tools/define-tool.js';
import { type ContextPolicy, dropOldest, summarise } from './context-policy.js';
import type { Conversation } from './conversation.js';

const window = 900;
const ceiling = 40;
const countTokens = (text: string) => text.length;
const tool = defineTool({ name: 'look_up', run: () => 'z'.repeat(30) });

const question = fc.integer({ min: 1, max: 500 }).map((length) => 'q'.repeat(length));
const step = fc.oneof(
  fc.record({ do: fc.constant('ask' as const), question, withTool: fc.boolean() }),
  fc.record({ do: fc.constant('edit' as const), question, turn: fc.nat(8) }),
  fc.record({ do: fc.constant('retry' as const) }),
  fc.record({ do: fc.constant('leave' as const), question }),
  fc.record({ do: fc.constant('fork' as const), turns: fc.nat(8) }),
  fc.record({ do: fc.constant('reload' as const) }),
  fc.record({ do: fc.constant('system' as const), length: fc.option(fc.nat(60)) }),
);
const reply: fc.Arbitrary<WindowedReply> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(200).map((length) => ({ text: 'a'.repeat(length) })) },
  { weight: 2, arbitrary: fc.constantFrom({ calls: ['one'] }, { calls: ['one', 'two'] }) },
  { weight: 1, arbitrary: fc.constant({ status: 503 }) },
);

interface Plan {
  readonly steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[];
  readonly replies: readonly WindowedReply[];
  readonly policy: ContextPolicy;
}
const plan = fc.record({
  steps: fc.array(step, { maxLength: 14 }),
  replies: fc.array(reply, { minLength: 1, maxLength: 20 }),
  policy: fc.constantFrom(dropOldest(), summarise({ keepTurns: 1 })),
});

/** Plays the steps; failures of a question are a part of it. The provider is as strict as any, and its window is small. */
async function play({ steps, replies, policy }: Plan, counts: boolean) {
  let answered = 0;
  const provider = windowedProvider({
    window,
    countTokens,
    // Ids have to be new: a call is told from others by its id.
    replyTo: ({ tools }) => {
      const next = replies[answered++ % replies.length] ?? {};
      const calls = tools === undefined ? [] : next.calls?.map((id) => `${id}${answered}`);
      return { ...next, calls };
    },
  });
  const set = { fetch: provider.fetch, retry: false as const, max_completion_tokens: ceiling };
  const { client } = setUp(set);
  const context = { maxTokens: window, policy, ...(counts && { countTokens }) };
  let conversation: Conversation = client.conversation({ context });
  for (const one of steps) {
    const before = conversation.turns;
    try {
      if (one.do === 'ask') {
        await conversation.ask(one.question, one.withTool ? { tools: [tool] } : {});
      } else if (one.do === 'edit') await conversation.edit(one.turn, one.question).answer;
      else if (one.do === 'retry') await conversation.retry().answer;
      else if (one.do === 'leave') for await (const _ of conversation.stream(one.question)) break;
      else if (one.do === 'fork') conversation = conversation.fork(one.turns);
      else if (one.do === 'system')
        conversation.system = one.length === null ? undefined : 's'.repeat(one.length);
      else {
        const from = JSON.parse(JSON.stringify(conversation.toJSON()));
        conversation = client.conversation({ context, from });
        expect(conversation.toJSON()).toEqual(from);
      }
    } catch {
      expect(conversation.turns).toEqual(before);
    }
  }
  return { provider, client, conversation, context };
}

it('whatever happens, what is sent is a valid conversation, and within the window by the count used', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (drawn) => {
      const { provider } = await play(drawn, true);
      expect(provider.problems).toEqual([]);
      const size = (request: ChatRequest) => expectedInput(request, { countTokens }).textTokens;
      for (const request of provider.refused) {
        const questions = request.messages.filter(({ role }) => role === 'user');
        // Nothing is left to drop: the question alone, the summary before it, or one that asks for a summary.
        const isAlone =
          questions.length === 1 || questions[0]?.content === 'What have we talked about so far?';
        expect([
          isAlone,
          size(request) > window - ceiling || (request.max_completion_tokens ?? 0) > ceiling,
        ]).toEqual([true, true]);
      }
      for (const request of provider.requests) {
        expect(size(request)).toBeLessThanOrEqual(window - (request.max_completion_tokens ?? 0));
      }
    }),
    { numRuns: 60 },
  );
});

it('a count that is far off costs refusals, and never a broken conversation', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (drawn) => {
      const { provider, client, conversation } = await play(drawn, false);
      expect(provider.problems).toEqual([]);
      expect(problemOf([...conversation.messages, { role: 'user', content: '?' }])).toBeUndefined();
      expect(conversation.cost).toBeLessThanOrEqual(client.spent);
    }),
    { numRuns: 60 },
  );
});

it('saved and loaded it sends what it would have sent', async () => {
  await fc.assert(
    fc.asyncProperty(plan, question, async (drawn, next) => {
      const { provider, client, conversation, context } = await play(drawn, true);
      const from = JSON.parse(JSON.stringify(conversation.toJSON()));
      const loaded = client.conversation({ context, from });
      const requestOf = async (one: Conversation) => {
        const sent = () => [...provider.requests, ...provider.refused];
        const before = new Set(sent());
        await one.ask(next).catch(() => {});
        return sent().filter((request) => !before.has(request))[0];
      };
      expect(await requestOf(loaded)).toEqual(await requestOf(conversation));
    }),
    { numRuns: 40 },
  );
});
