import { getEventListeners } from 'node:events';
import type { ChatMessage } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '../chat-event.js';
import { calling } from '../fixtures/calling-reply.js';
import type { CannedReply } from '../fixtures/canned-provider.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { ToolError } from './tool-error.js';
import type { ToolOptions } from './tool-options.js';

/** A tool that answers only when it is told to, and keeps what it was run with. */
function held(name = 'wait') {
  const runs: { readonly context: ToolContext; readonly answer: (result: unknown) => void }[] = [];
  const tool = defineTool({
    name,
    run: (_, context) =>
      new Promise((answer) => {
        runs.push({ context, answer });
      }),
  });
  return { tool, runs };
}

function ask(options: ToolOptions, ...replies: CannedReply[]) {
  const events: ChatEvent[] = [];
  const { client, provider, clock } = setUp(
    { observe: (event) => void events.push(event), ...options },
    ...replies,
  );
  const controller = new AbortController();
  const stream = client.stream('Go', { signal: controller.signal });
  const answer = stream.answer;
  const told = () =>
    messagesOf(provider.requests.at(-1)?.body)
      .filter(({ role }) => role === 'tool')
      .map(({ content }) => content);
  return { client, provider, clock, controller, stream, answer, events, told };
}

function messagesOf(body: Record<string, unknown> = {}): ChatMessage[] {
  return body.messages as ChatMessage[];
}

const done: CannedReply = { text: 'Done.' };

describe('tools that run', () => {
  it('side by side, as many at a time as they may', async () => {
    const { tool, runs } = held();
    const { answer, clock, told } = ask(
      { tools: [tool], toolLoop: { concurrency: 2 } },
      calling([{ name: 'wait' }, { name: 'wait' }, { name: 'wait' }]),
      done,
    );
    await clock.advance(0);
    expect(runs).toHaveLength(2);
    runs[1]?.answer('second');
    await clock.advance(0);
    expect(runs.map(({ context }) => context.toolCallId)).toEqual(['call_a', 'call_b', 'call_c']);
    runs[2]?.answer('third');
    runs[0]?.answer('first');
    expect((await answer).text).toBe('Done.');
    expect(told()).toEqual(['first', 'second', 'third']);
  });

  it('hear which call they are run for', async () => {
    const { tool, runs } = held();
    const { answer, clock } = ask({ tools: [tool] }, calling([{ name: 'wait' }]), done);
    await clock.advance(0);
    runs[0]?.answer(undefined);
    const [receipt] = (await answer).receipts;
    expect(runs[0]?.context).toMatchObject({ callId: receipt?.callId, toolCallId: 'call_a' });
  });

  it('too long are aborted and given up at their own limit, and the model is told', async () => {
    const { tool, runs } = held();
    const { answer, clock, told, events } = ask(
      { tools: [{ ...tool, timeoutMs: 2_000 }] },
      calling([{ name: 'wait' }]),
      done,
    );
    await clock.advance(1_999);
    expect(runs[0]?.context.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(runs[0]?.context.signal.reason).toMatchObject({ kind: 'timeout', code: 'tool' });
    expect((await answer).text).toBe('Done.');
    expect(told()).toEqual(['Error: the tool had no result after 2 s and was stopped.']);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'tool-end', failure: 'timeout', durationMs: 2_000 }),
    );
    runs[0]?.answer('too late');
  });

  it('have the limit of the loop where they say none, a minute by default, and none at Infinity', async () => {
    const { tool } = held();
    const byDefault = ask({ tools: [tool] }, calling([{ name: 'wait' }]), done);
    await byDefault.clock.advance(59_999);
    expect(byDefault.provider.requests).toHaveLength(1);
    await byDefault.clock.advance(1);
    expect(byDefault.told()).toHaveLength(1);
    const endless = ask(
      { tools: [tool], toolLoop: { toolTimeoutMs: Infinity } },
      calling([{ name: 'wait' }]),
      done,
    );
    await endless.clock.advance(10 * 60_000);
    expect(endless.provider.requests).toHaveLength(1);
    endless.controller.abort();
    await expect(endless.answer).rejects.toMatchObject({ kind: 'aborted' });
  });

  it('leave no timer and no listener behind', async () => {
    const { tool, runs } = held();
    const { answer, clock, controller } = ask({ tools: [tool] }, calling([{ name: 'wait' }]), done);
    await clock.advance(0);
    runs[0]?.answer('x');
    await answer;
    expect(clock.pending).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

describe('tools that fail', () => {
  const secret = 'postgres://admin:hunter2@db';
  it.each([
    [
      'a ToolError: its own words',
      () => Promise.reject(new ToolError('No such city.')),
      'error',
      'Error: No such city.',
    ],
    [
      'another error: that it failed, and nothing more',
      () => Promise.reject(new Error(secret)),
      'error',
      'Error: the tool failed.',
    ],
    [
      'one that is thrown at once',
      () => {
        throw new Error(secret);
      },
      'error',
      'Error: the tool failed.',
    ],
    [
      'nothing at all, thrown',
      () => {
        throw undefined;
      },
      'error',
      'Error: the tool failed.',
    ],
    [
      'a BigInt',
      () => ({ id: 1n }),
      'result',
      'Error: The tool ran, but its result cannot be written as JSON.',
    ],
  ] as const)('the model is told of %s', async (_, run, failure, content) => {
    const tool = defineTool({ name: 'fail', run });
    const { answer, told, events } = ask({ tools: [tool] }, calling([{ name: 'fail' }]), done);
    expect(await answer).toMatchObject({ text: 'Done.', stopped: 'answer' });
    expect(told()).toEqual([content]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'tool-end', name: 'fail', failure }),
    );
  });

  it('the caller hears the error itself', async () => {
    const error = new Error(secret);
    const tool = defineTool({ name: 'fail', run: () => Promise.reject(error) });
    const { answer, events } = ask({ tools: [tool] }, calling([{ name: 'fail' }]), done);
    await answer;
    expect(events.find(({ type }) => type === 'tool-end')).toMatchObject({ cause: error });
  });
});

describe('an abort while tools run', () => {
  it('reaches each of them and ends the call at once, whether they heed it or not', async () => {
    const { tool, runs } = held();
    const { answer, stream, clock, controller, provider } = ask(
      { tools: [tool], toolLoop: { concurrency: 2 } },
      calling([{ name: 'wait' }, { name: 'wait' }, { name: 'wait' }]),
      done,
    );
    await clock.advance(0);
    runs[0]?.answer('first');
    await clock.advance(0);
    controller.abort(new Error('Enough'));
    await expect(answer).rejects.toMatchObject({ kind: 'aborted', delivered: true });
    expect(runs.map(({ context }) => context.signal.aborted)).toEqual([false, true, true]);
    expect(provider.requests).toHaveLength(1);
    expect(stream.said.map(({ role }) => role)).toEqual(['assistant', 'tool', 'tool', 'tool']);
    expect(stream.said.slice(1).map(({ content }) => content)).toEqual([
      'first',
      expect.stringContaining('may have done its work'),
      expect.stringContaining('may have done its work'),
    ]);
    for (const { answer } of runs) answer('late');
    await clock.advance(10 * 60_000);
    expect(provider.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('drops what they throw on it, so that no rejection is unhandled', async () => {
    const tool = defineTool({
      name: 'wait',
      run: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const { answer, clock, controller, events } = ask(
      { tools: [tool] },
      calling([{ name: 'wait' }]),
    );
    await clock.advance(0);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'aborted' });
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'tool-end', failure: 'aborted', toolCallId: 'call_a' }),
    );
  });

  it('before the tools: nothing is run; in a later reply: what was said stays', async () => {
    const { tool, runs } = held();
    const early = ask(
      { tools: [tool] },
      {
        ...calling([{ name: 'wait' }], { isCut: true }),
        stalls: true,
      },
    );
    await early.clock.advance(0);
    early.controller.abort();
    await expect(early.answer).rejects.toMatchObject({ kind: 'aborted' });
    expect(runs).toEqual([]);

    const late = ask({ tools: [tool] }, calling([{ name: 'wait' }]), { text: 'Do', stalls: true });
    await late.clock.advance(0);
    runs[0]?.answer('x');
    await late.clock.advance(0);
    expect(late.provider.requests).toHaveLength(2);
    late.controller.abort();
    await expect(late.answer).rejects.toMatchObject({ kind: 'aborted', delivered: true });
    expect(late.stream.said).toHaveLength(2);
  });

  it('leaving the text while they run aborts them, and nothing more is sent', async () => {
    const { tool, runs } = held();
    const { client, provider, clock } = setUp({ tools: [tool] }, calling([{ name: 'wait' }]), done);
    const stream = client.stream('Go');
    const text = stream[Symbol.asyncIterator]();
    const piece = text.next();
    piece.catch(() => {});
    await clock.advance(0);
    await text.return?.();
    expect(runs[0]?.context.signal.aborted).toBe(true);
    await expect(piece).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
    await expect(stream.answer).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
    await clock.advance(60_000);
    expect(provider.requests).toHaveLength(1);
  });

  it('breaking out of the loop after the text before a call runs no tool', async () => {
    const { tool, runs } = held();
    const { client, clock } = setUp(
      { tools: [tool] },
      calling([{ name: 'wait' }], { text: 'Let me' }),
    );
    for await (const _ of client.stream('Go')) break;
    await clock.advance(60_000);
    expect(runs).toEqual([]);
  });
});

describe('what an observer hears of tools', () => {
  it('a start and an end for each call, between the receipts of the steps, without arguments or results', async () => {
    const tool = defineTool({ name: 'read', run: () => 'secret result' });
    const { answer, events } = ask(
      { tools: [tool] },
      calling([{ name: 'read', arguments: { path: 'secret path' } }, { name: 'made-up' }]),
      done,
    );
    await answer;
    expect(events.map(({ type }) => type)).toEqual([
      'attempt',
      'receipt',
      'tool-start',
      'tool-start',
      'tool-end',
      'tool-end',
      'attempt',
      'receipt',
    ]);
    expect(events.filter(({ type }) => type === 'tool-start')).toEqual([
      { type: 'tool-start', toolCallId: 'call_a', name: 'read' },
      { type: 'tool-start', toolCallId: 'call_b', name: undefined },
    ]);
    const ends = events.filter((event) => event.type === 'tool-end');
    expect(new Map(ends.map((end) => [end.toolCallId, end]))).toEqual(
      new Map([
        [
          'call_a',
          {
            type: 'tool-end',
            toolCallId: 'call_a',
            name: 'read',
            durationMs: 0,
            resultCharacters: 13,
            failure: undefined,
            cause: undefined,
          },
        ],
        ['call_b', expect.objectContaining({ name: undefined, failure: 'unknown-tool' })],
      ]),
    );
    expect(JSON.stringify(events.filter(({ type }) => type !== 'receipt'))).not.toMatch(
      /secret|made-up/,
    );
  });

  it('an observer that throws fails the call and stops the tools', async () => {
    const { tool, runs } = held();
    let ended = 0;
    const { client, clock, provider } = setUp(
      {
        tools: [tool],
        observe: ({ type }) => {
          if (type === 'tool-end' && ended++ === 0) throw new Error('mine');
        },
      },
      calling([{ name: 'wait' }, { name: 'wait' }]),
      done,
    );
    const asking = client.ask('Go').catch((thrown) => thrown);
    await clock.advance(0);
    runs[0]?.answer('x');
    expect(await asking).toMatchObject({ message: 'mine' });
    expect(runs[1]?.context.signal.aborted).toBe(true);
    expect(provider.requests).toHaveLength(1);
    await clock.advance(0);
    expect(clock.pending).toBe(0);
  });
});
