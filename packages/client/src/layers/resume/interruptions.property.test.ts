import { getEventListeners } from 'node:events';
import { type ChatStream, type StreamEnd, stack } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brokenReply } from '../../fixtures/broken-reply.js';
import { errorOf, request } from '../../fixtures/fake-call.js';
import { scriptedProvider } from '../../fixtures/scripted-provider.js';
import { seededRandom } from '../../fixtures/seeded-random.js';
import { immediately, withTime } from '../../fixtures/test-settle-rule.js';
import { fetchTransport } from '../../transport/fetch-transport.js';
import { clocks } from '../clocks.js';
import { deadline } from '../deadline.js';
import { retry } from '../retry.js';
import { resume } from './resume.js';

/** A moment inside the call: on the clock, at one of its events or pieces, or after some microtasks. */
const moment = fc.oneof(
  fc.record({ at: fc.constant('time' as const), n: fc.integer({ min: 0, max: 1200 }) }),
  fc.record({ at: fc.constant('event' as const), n: fc.integer({ min: 1, max: 14 }) }),
  fc.record({ at: fc.constant('task' as const), n: fc.integer({ min: 0, max: 400 }) }),
);

it('an abort, a stop or a reader who leaves, at any moment: it is the end, nothing is sent after it, nothing stays', async () => {
  const seen: Record<string, number> = {};
  const property = fc.asyncProperty(
    fc.array(brokenReply, { minLength: 1, maxLength: 4 }),
    moment,
    fc.constantFrom('abort', 'stop', 'leave'),
    fc.constantFrom('chunks', 'text'),
    fc.integer(),
    async (replies, { at, n }, what, view, seed) => {
      const provider = scriptedProvider(replies);
      const clock = virtualClock({ settle: immediately });
      const controller = new AbortController();
      const { signal } = controller;
      const ends: StreamEnd[] = [];
      let stream: ChatStream | undefined;
      let source: AsyncIterator<unknown> | undefined;
      let isOver = false;
      let requestsThen: number | undefined;
      let left: Promise<unknown> | undefined;
      const interrupt = () => {
        if (isOver || (what !== 'abort' && source === undefined)) return;
        requestsThen = provider.requests.length;
        if (what === 'abort') controller.abort();
        if (what === 'stop') stream?.stop(errorOf('server', { code: 'stopped' }));
        if (what === 'leave') left = source?.return?.();
      };
      let moments = 0;
      const onMoment = () => {
        if (at === 'event' && ++moments === n) interrupt();
      };
      if (at === 'time') clock.after(n, interrupt);
      const reading = async () => {
        const layers = stack(
          deadline(),
          resume({ onTruncated: 'restart', resumptions: 3 }),
          retry({ retries: 1 }),
          clocks(),
        );
        const call = layers(fetchTransport({ fetch: provider.fetch }));
        const context = { clock, signal, random: seededRandom(seed), onEvent: onMoment };
        stream = await call(request, context);
        stream.watch({ end: (end) => void ends.push(end) });
        source = (view === 'text' ? stream.text() : stream)[Symbol.asyncIterator]();
        while (!(await source.next()).done) onMoment();
      };
      const running = reading().then(
        () => 'done' as const,
        (thrown) => thrown,
      );
      running.then(() => {
        isOver = true;
      });
      if (at === 'task') {
        for (let task = 0; task < n; task++) await undefined;
        interrupt();
      }
      const outcome = await withTime(clock, running);
      await left;
      // The timer of the interruption itself, where the call was over before it.
      await clock.advance(2000);

      const how = outcome === 'done' ? 'done' : `${outcome.kind} ${outcome.code ?? ''}`;
      seen[`${what}: ${how}`] = (seen[`${what}: ${how}`] ?? 0) + 1;
      if (requestsThen !== undefined) {
        expect(provider.requests.length, 'requests after it').toBe(requestsThen);
      }
      if (stream !== undefined) {
        expect(ends).toHaveLength(1);
        const [end] = ends;
        const heard = typeof end === 'object' ? end.failed.kind : end;
        const ended =
          outcome === 'done' ? (left === undefined ? 'completed' : 'abandoned') : outcome.kind;
        expect([ended, 'completed']).toContain(heard);
      }
      expect(provider.open, 'replies that are still open').toBe(0);
      expect(clock.pending, 'timers left').toBe(0);
      expect(getEventListeners(signal, 'abort'), 'listeners left').toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: 200 });
  expect(seen['abort: aborted ']).toBeGreaterThan(5);
  expect(seen['stop: server stopped']).toBeGreaterThan(5);
}, 60_000);
