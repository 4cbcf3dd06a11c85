import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { calling } from '../fixtures/calling-reply.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from './define-tool.js';

const run = vi.fn(({ page }: { page: number }) => `page ${page}`);
const parameters = z.object({ page: z.number() });
const read = defineTool({ name: 'read', parameters, run });

function page(number: number, id = `call_${number}`) {
  return { name: 'read', arguments: { page: number }, id };
}

describe('the loop ends', () => {
  it('on turns: the last reply comes back with its calls, which were not run', async () => {
    run.mockClear();
    const { client, provider } = setUp(
      { tools: [read], toolLoop: { maxTurns: 3 } },
      ...[1, 2, 3].map((number) => calling([page(number)], { text: `Step ${number}` })),
    );
    const answer = await client.ask('Read all');
    expect(answer).toMatchObject({
      stopped: 'turns',
      finishReason: 'tool_calls',
      text: 'Step 3',
      toolCalls: [{ id: 'call_3' }],
      attempts: 3,
    });
    expect(provider.requests).toHaveLength(3);
    expect(run.mock.calls.map(([args]) => args)).toEqual([{ page: 1 }, { page: 2 }]);
    expect(answer.messages.map(({ role }) => role).join(' ')).toBe(
      'assistant tool assistant tool assistant',
    );
  });

  it('on turns after ten calls of the model, where nothing else is said', async () => {
    const replies = Array.from({ length: 12 }, (_, number) => calling([page(number)]));
    const { client, provider } = setUp({ tools: [read] }, ...replies);
    expect(await client.ask('Read all')).toMatchObject({ stopped: 'turns' });
    expect(provider.requests).toHaveLength(10);
  });

  it('with an answer in the last turn that there may be', async () => {
    const { client } = setUp({ tools: [read], toolLoop: { maxTurns: 2 } }, calling([page(1)]), {
      text: 'That is all.',
    });
    expect(await client.ask('Read')).toMatchObject({ stopped: 'answer', text: 'That is all.' });
  });

  it('on the same call the third time in a row, however its arguments are spelled', async () => {
    run.mockClear();
    const { client, provider } = setUp(
      { tools: [read] },
      calling([{ name: 'read', arguments: '{"page":1,"size":2}' }, page(7)]),
      calling([{ name: 'read', arguments: '{ "size": 2, "page": 1 }' }, page(8)]),
      calling([{ name: 'read', arguments: '{"size":2,"page":1.0}' }]),
    );
    expect(await client.ask('Read')).toMatchObject({ stopped: 'repeated', toolCalls: [{}] });
    expect(provider.requests).toHaveLength(3);
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('not on the same call with another one in between, nor twice in one reply', async () => {
    const { client } = setUp(
      { tools: [read] },
      calling([page(1, 'a'), page(1, 'b'), page(1, 'c')]),
      calling([page(1, 'd')]),
      calling([page(2, 'e')]),
      calling([page(1, 'f')]),
      { text: 'Done.' },
    );
    expect(await client.ask('Read')).toMatchObject({ stopped: 'answer', text: 'Done.' });
  });

  it('on a tool that does not exist, asked for again and again', async () => {
    const { client, provider } = setUp({ tools: [read] }, calling([{ name: 'raed' }]));
    expect(await client.ask('Read')).toMatchObject({ stopped: 'repeated' });
    expect(provider.requests).toHaveLength(3);
  });

  it('never on the same call where it may be polled', async () => {
    const { client } = setUp(
      { tools: [read], toolLoop: { maxRepeats: Infinity, maxTurns: Infinity } },
      ...Array.from({ length: 20 }, () => calling([page(1)])),
      { text: 'Ready.' },
    );
    expect(await client.ask('Read')).toMatchObject({ stopped: 'answer', attempts: 21 });
  });

  it('on money: a step that could pass the budget is not sent, and what was said stays', async () => {
    const { client, provider } = setUp(
      // A thousand tokens are reserved for the answer, and more than that for the long result.
      {
        tools: [{ ...read, run: () => 'x'.repeat(50_000) }],
        max_completion_tokens: 1_000,
        budget: '0.002',
      },
      calling([page(1)], { text: 'Let me see.' }),
      { text: 'Done.' },
    );
    const stream = client.stream('Read');
    let heard = '';
    const reading = (async () => {
      for await (const piece of stream) heard += piece;
    })();
    await expect(reading).rejects.toMatchObject({ kind: 'budget', delivered: true });
    await expect(stream.answer).rejects.toMatchObject({ kind: 'budget' });
    expect(heard).toBe('Let me see.');
    expect(stream.said.map(({ role }) => role)).toEqual(['assistant', 'tool']);
    expect(provider.requests).toHaveLength(1);
    expect(client.spent).toBe(20n * 150_000n + 10n * 600_000n);
  });

  it('on an error of a step: it is retried until it delivers something, and the tools before it have run once', async () => {
    run.mockClear();
    const { client, provider, clock } = setUp(
      { tools: [read] },
      calling([page(1)]),
      { status: 500, body: '' },
      { text: 'Do ne', cut: true },
    );
    const stream = client.stream('Read');
    const failing = stream.answer.catch((thrown) => thrown);
    await clock.advance(60_000);
    expect(await failing).toMatchObject({ kind: 'truncated', delivered: true });
    expect(run).toHaveBeenCalledTimes(1);
    expect(provider.requests).toHaveLength(3);
    expect(stream.said).toHaveLength(2);
  });
});

describe('options of the loop', () => {
  it.each([
    [{ maxTurns: 0 }, 'toolLoop.maxTurns is 0'],
    [{ maxTurns: 1.5 }, 'toolLoop.maxTurns is 1.5'],
    [{ concurrency: -1 }, 'toolLoop.concurrency is -1'],
    [{ toolTimeoutMs: Number.NaN }, 'toolLoop.toolTimeoutMs is NaN'],
    [{ maxRepeats: '3' as unknown as number }, 'toolLoop.maxRepeats is 3'],
    [{ turns: 3 } as object, 'toolLoop has no option turns'],
  ])('%j is refused when the client is made', (toolLoop, message) => {
    expect(() => setUp({ toolLoop })).toThrow(
      expect.objectContaining({ kind: 'configuration', message: expect.stringContaining(message) }),
    );
  });

  it('of one call stand in place of the client’s, and its tools too', async () => {
    const { client, provider } = setUp(
      { tools: [read], toolLoop: { maxTurns: 5 }, tool_choice: 'auto', parallel_tool_calls: false },
      calling([page(1)]),
    );
    expect(await client.ask('Read', { toolLoop: { maxTurns: 1 } })).toMatchObject({
      stopped: 'turns',
    });
    expect(await client.ask('Read', { tools: [] })).toMatchObject({ stopped: 'tool-calls' });
    const [first, second] = provider.requests;
    expect(first?.body).toMatchObject({ tool_choice: 'auto', parallel_tool_calls: false });
    expect(Object.keys(second?.body ?? {}).filter((name) => name.includes('tool'))).toEqual([]);
  });

  it('two tools of one name are refused: nobody could tell whose calls they are', async () => {
    const wire = { type: 'function', function: { name: 'read' } } as const;
    const refusal = { kind: 'configuration', message: 'Two tools are called "read".' };
    expect(() => setUp({ tools: [read, wire] })).toThrow(expect.objectContaining(refusal));
    const { client, provider } = setUp();
    await expect(client.ask('Read', { tools: [read, read] })).rejects.toMatchObject(refusal);
    expect(provider.requests).toEqual([]);
  });

  it('`tool_choice: none` runs nothing, whatever the model does', async () => {
    run.mockClear();
    const { client } = setUp({ tools: [read], tool_choice: 'none' }, calling([page(1)]));
    expect(await client.ask('Read')).toMatchObject({ stopped: 'tool-calls' });
    expect(run).not.toHaveBeenCalled();
  });

  it('a tool that is not among the allowed ones is not run', async () => {
    const other = defineTool({ name: 'other', run: () => 'x' });
    const allowed = {
      mode: 'required',
      tools: [{ type: 'function', function: { name: 'other' } }],
    };
    run.mockClear();
    const { client, provider } = setUp(
      {
        tools: [read, other],
        tool_choice: { type: 'allowed_tools', allowed_tools: allowed as never },
      },
      calling([page(1)]),
      { text: 'Done.' },
    );
    expect(await client.ask('Read')).toMatchObject({ stopped: 'answer' });
    expect(run).not.toHaveBeenCalled();
    expect(provider.requests[1]?.body.tool_choice).toMatchObject({
      allowed_tools: { mode: 'auto' },
    });
  });
});
