import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { calling } from '../fixtures/calling-reply.js';
import { askWithTools, done, held } from '../fixtures/held-tool.js';
import { setUp } from '../fixtures/set-up.js';
import { defineTool } from './define-tool.js';

describe('an abort while tools run', () => {
  it('reaches each of them and ends the call at once, whether they heed it or not', async () => {
    const { tool, runs } = held();
    const { answer, stream, clock, controller, provider } = askWithTools(
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

  it('says of the calls whose turn had not come that they were not run', async () => {
    const { tool, runs } = held();
    const { answer, stream, clock, controller, events } = askWithTools(
      { tools: [tool], toolLoop: { concurrency: 1 } },
      calling([{ name: 'wait' }, { name: 'wait' }]),
    );
    await clock.advance(0);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'aborted' });
    expect(runs).toHaveLength(1);
    expect(stream.said.at(-1)?.content).toBe(
      'Error: the call was stopped before the tool was run.',
    );
    const ends = events.filter((event) => event.type === 'tool-end');
    expect(ends.map(({ failure }) => failure)).toEqual(['aborted', 'aborted']);
  });

  it('while their arguments are still being checked: they are never run', async () => {
    const check = Promise.withResolvers<boolean>();
    const parameters = z.object({}).refine(() => check.promise);
    const run = vi.fn(() => 'x');
    const tool = defineTool({ name: 'wait', parameters, run });
    const { answer, clock, controller } = askWithTools(
      { tools: [tool] },
      calling([{ name: 'wait' }]),
    );
    await clock.advance(0);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'aborted' });
    check.resolve(true);
    await clock.advance(0);
    expect(run).not.toHaveBeenCalled();
  });

  it('drops what they throw on it, so that no rejection is unhandled', async () => {
    const tool = defineTool({
      name: 'wait',
      run: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const { answer, clock, controller, events } = askWithTools(
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
    const early = askWithTools(
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

    const late = askWithTools({ tools: [tool] }, calling([{ name: 'wait' }]), {
      text: 'Do',
      stalls: true,
    });
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

  it('leaving the text while a reply stalls closes it, in a later step as well', async () => {
    const { tool, runs } = held();
    const stalled = { text: 'Do', stalls: true };
    const { client, clock } = setUp({ tools: [tool] }, calling([{ name: 'wait' }]), stalled);
    const stream = client.stream('Go');
    const text = stream[Symbol.asyncIterator]();
    const first = text.next();
    await clock.advance(0);
    runs[0]?.answer('x');
    expect((await first).value).toBe('Do');
    const second = text.next();
    second.catch(() => {});
    await text.return?.();
    await expect(second).rejects.toMatchObject({ kind: 'aborted', code: 'abandoned' });
    expect(stream.said).toHaveLength(2);
    expect(clock.pending).toBe(0);
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
