import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { calling } from '../fixtures/calling-reply.js';
import { askWithTools, done, held } from '../fixtures/held-tool.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from './define-tool.js';
import { ToolError } from './tool-error.js';

describe('tools that run', () => {
  it('side by side, as many at a time as they may', async () => {
    const { tool, runs } = held();
    const { answer, clock, told } = askWithTools(
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
    const { answer, clock } = askWithTools({ tools: [tool] }, calling([{ name: 'wait' }]), done);
    await clock.advance(0);
    runs[0]?.answer(undefined);
    const [receipt] = (await answer).receipts;
    expect(runs[0]?.context).toMatchObject({ callId: receipt?.callId, toolCallId: 'call_a' });
  });

  it('too long are aborted and given up at their own limit, and the model is told', async () => {
    const { tool, runs } = held();
    const { answer, clock, told, events } = askWithTools(
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
    const byDefault = askWithTools({ tools: [tool] }, calling([{ name: 'wait' }]), done);
    await byDefault.clock.advance(59_999);
    expect(byDefault.provider.requests).toHaveLength(1);
    await byDefault.clock.advance(1);
    expect(byDefault.told()).toHaveLength(1);
    const endless = askWithTools(
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
    const { answer, clock, controller } = askWithTools(
      { tools: [tool] },
      calling([{ name: 'wait' }]),
      done,
    );
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
    const { answer, told, events } = askWithTools(
      { tools: [tool] },
      calling([{ name: 'fail' }]),
      done,
    );
    expect(await answer).toMatchObject({ text: 'Done.', stopped: 'answer' });
    expect(told()).toEqual([content]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'tool-end', name: 'fail', failure }),
    );
  });

  it('the caller hears the error itself', async () => {
    const error = new Error(secret);
    const tool = defineTool({ name: 'fail', run: () => Promise.reject(error) });
    const { answer, events } = askWithTools({ tools: [tool] }, calling([{ name: 'fail' }]), done);
    await answer;
    expect(events.find(({ type }) => type === 'tool-end')).toMatchObject({ cause: error });
  });
});

describe('what an observer hears of tools', () => {
  const steps: ReadonlySet<string> = new Set(['attempt', 'receipt', 'tool-start', 'tool-end']);

  it('a start and an end for each call, between the receipts of the steps, without arguments or results', async () => {
    const tool = defineTool({ name: 'read', run: () => 'secret result' });
    const { answer, events } = askWithTools(
      { tools: [tool] },
      calling([{ name: 'read', arguments: { path: 'secret path' } }, { name: 'made-up' }]),
      done,
    );
    await answer;
    const between = events.map(({ type }) => type).filter((type) => steps.has(type));
    expect(between).toEqual([
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
    expect(JSON.stringify(events.filter(({ type }) => type.startsWith('tool')))).not.toMatch(
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
