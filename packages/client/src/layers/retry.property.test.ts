import { getEventListeners } from 'node:events';
import { type Call, type ChatError, type ErrorKind, isChatError, retryQuota } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorOf, fakeCall, request } from '../fixtures/fake-call.js';
import { immediately, withTime } from '../fixtures/test-settle-rule.js';
import { retry } from './retry.js';

const origin = 'https://api.example.com';
const startTokens = 40;

const kinds: ErrorKind[] = [
  'server',
  'rate-limit',
  'timeout',
  'connection',
  'bad-request',
  'quota',
];
const failure = fc.record({
  kind: fc.constantFrom(...kinds),
  retryAfterMs: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined }),
  shouldRetry: fc.option(fc.boolean(), { nil: undefined, freq: 6 }),
});
const scripts = fc.record({
  outcomes: fc.array(fc.option(failure, { nil: 'answer' as const, freq: 4 }), {
    minLength: 1,
    maxLength: 6,
  }),
  retries: fc.nat(4),
  draw: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  deadlineAtMs: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
  abortAtMs: fc.option(fc.nat(60_000), { nil: undefined }),
});

it('whatever fails, in any order, with any hint, deadline and abort, the layer keeps its promises', async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async ({ outcomes, retries, draw, deadlineAtMs, abortAtMs }) => {
      const clock = virtualClock({ settle: immediately });
      const quota = retryQuota({ tokens: startTokens });
      const controller = new AbortController();
      const { signal } = controller;
      if (abortAtMs !== undefined) clock.after(abortAtMs, () => controller.abort());
      const script = outcomes.map((outcome) =>
        outcome === 'answer' ? outcome : errorOf(outcome.kind, outcome),
      );
      const { call, contexts } = fakeCall(...script);
      const sentAtMs: number[] = [];
      const named: Call = (body, context) => {
        expect(signal.aborted).toBe(false);
        sentAtMs.push(clock.monotonicMs());
        context.onSend?.(origin);
        return call(body, context);
      };
      const context = { clock, signal, deadlineAtMs, random: () => draw };
      const error = await withTime(
        clock,
        retry({ retries, quota })(named)(request, context).then(
          () => undefined,
          (thrown: ChatError) => thrown,
        ),
      );

      expect(contexts.map(({ attempt }) => attempt)).toEqual(contexts.map((_, index) => index + 1));
      expect(contexts.length).toBeLessThanOrEqual(retries + 1);
      expect(quota.left(origin)).toBeGreaterThanOrEqual(0);
      expect(quota.left(origin)).toBeLessThanOrEqual(startTokens);
      expect(getEventListeners(signal, 'abort')).toEqual([]);
      for (const [index, atMs] of sentAtMs.entries()) {
        expect(atMs).toBeLessThan(index === 0 ? 1 : (deadlineAtMs ?? Number.POSITIVE_INFINITY));
        const before = script[Math.min(index, script.length) - 1];
        if (index === 0 || !isChatError(before)) continue;
        const hintMs = before.retryAfterMs ?? 0;
        expect(atMs - (sentAtMs[index - 1] ?? 0)).toBeGreaterThanOrEqual(hintMs);
      }
      if (error === undefined) return;
      expect(error.attempts).toBe(contexts.length);
      if (error.kind === 'aborted') expect(abortAtMs).toBeDefined();
      else expect(error.gaveUp).toBeDefined();
    }),
    { numRuns: 300 },
  );
});
