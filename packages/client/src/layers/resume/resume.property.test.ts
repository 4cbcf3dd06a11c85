import { getEventListeners } from 'node:events';
import { type CallEvent, type StreamEnd, stack } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brokenReply } from '../../fixtures/broken-reply.js';
import { request } from '../../fixtures/fake-call.js';
import { scriptedProvider } from '../../fixtures/scripted-provider.js';
import { seededRandom } from '../../fixtures/seeded-random.js';
import { immediately, withTime } from '../../fixtures/test-settle-rule.js';
import { fetchTransport } from '../../transport/fetch-transport.js';
import { clocks } from '../clocks.js';
import { deadline } from '../deadline.js';
import { retry } from '../retry.js';
import { resume } from './resume.js';

it('whatever is cut and whenever it is aborted or left: one end, the text that the events say, nothing left', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(brokenReply, { minLength: 1, maxLength: 5 }),
      fc.option(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 150_000 })), {
        nil: undefined,
      }),
      fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
      fc.constantFrom('restart', 'continue'),
      fc.integer(),
      async (replies, abortAtMs, leaveAfter, onTruncated, seed) => {
        const provider = scriptedProvider(replies);
        const clock = virtualClock({ settle: immediately });
        const controller = new AbortController();
        if (abortAtMs !== undefined) clock.after(abortAtMs, () => controller.abort());
        const { signal } = controller;
        let shown = '';
        const attempts: number[] = [];
        const onEvent = (event: CallEvent) => {
          if (event.type === 'attempt') attempts.push(event.attempt);
          if (event.type !== 'restart') return;
          expect(event.discard.characters).toBe(shown.length);
          expect(event.attempt).toBe(attempts.at(-1));
          shown = '';
        };
        const layers = stack(
          deadline(),
          resume({ onTruncated, resumptions: 2, profile: { continuation: {} } }),
          retry({ retries: 1 }),
          clocks(),
        );
        const ends: StreamEnd[] = [];
        let isOpen = false;
        const reading = async () => {
          const call = layers(fetchTransport({ fetch: provider.fetch }));
          const random = seededRandom(seed);
          const stream = await call(request, { clock, signal, random, onEvent });
          isOpen = true;
          stream.watch({ end: (end) => void ends.push(end) });
          let pieces = 0;
          for await (const piece of stream.text()) {
            shown += piece;
            pieces++;
            if (pieces === leaveAfter) return 'left';
          }
          expect((await stream.completion()).choices[0]?.message.content).toBe(shown);
          return 'whole';
        };
        const outcome = await withTime(
          clock,
          reading().catch((thrown) => thrown),
        );

        const isWhole = outcome === 'whole';
        // The provider of this test does not look at the part: it begins again each time.
        if (isWhole) expect(shown.endsWith('one two three')).toBe(true);
        if (isWhole && onTruncated === 'restart') expect(shown).toBe('one two three');
        if (typeof outcome === 'object') {
          expect(outcome.partial?.choices[0]?.message.content ?? '').toBe(shown);
          expect(outcome.attempts).toBe(attempts.length);
          expect(outcome.delivered).toBe(isOpen);
          if (signal.aborted && outcome.kind !== 'aborted') {
            // It had failed for good before the abort came.
            expect(['attempts', 'not-retried', 'delivered']).toContain(outcome.gaveUp);
          }
        }
        const end = typeof ends[0] === 'object' ? ends[0].failed.kind : ends[0];
        const expected = isWhole ? 'completed' : outcome === 'left' ? 'abandoned' : outcome.kind;
        expect([end]).toEqual(isOpen ? [expected] : [undefined]);
        expect(ends).toHaveLength(isOpen ? 1 : 0);
        expect(attempts).toEqual(attempts.map((_, index) => index + 1));
        expect(provider.open, 'replies that are still open').toBe(0);
        if (abortAtMs === undefined) expect(clock.pending, 'timers left').toBe(0);
        else expect(clock.pending, 'timers left').toBeLessThanOrEqual(1);
        expect(getEventListeners(signal, 'abort'), 'listeners left').toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);
