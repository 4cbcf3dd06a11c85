import { getEventListeners } from 'node:events';
import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { immediately } from '../../fixtures/test-settle-rule.js';
import { gate, type Pass } from './gate.js';

const step = fc.oneof(
  fc.record({ do: fc.constant('enter' as const), tokens: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ do: fc.constant('abort' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('end' as const), which: fc.nat(20), used: fc.nat(200) }),
  fc.record({ do: fc.constant('refuse' as const), which: fc.nat(20), ms: fc.nat(20_000) }),
  fc.record({ do: fc.constant('hear' as const), which: fc.nat(20), remaining: fc.nat(100) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat(30_000) }),
);

const limits = fc.record({
  requestsPerMinute: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  tokensPerMinute: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
  concurrency: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
});

function headersOf(remaining: number): Headers {
  return new Headers({
    'x-ratelimit-limit-tokens': '100',
    'x-ratelimit-remaining-tokens': String(remaining),
  });
}

it('whatever happens, no pause is broken, no cap is passed, everybody is served or refused, and nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(limits, fc.array(step, { maxLength: 40 }), async (allowed, script) => {
      const clock = virtualClock({ settle: immediately });
      const guarded = gate(allowed, clock);
      const most = allowed.concurrency ?? Number.POSITIVE_INFINITY;
      const broken: string[] = [];
      const passes: Pass[] = [];
      const controllers: AbortController[] = [];
      let entered = 0;
      let settled = 0;
      let pausedUntilMs = 0;
      const enter = (tokens: number) => {
        const controller = new AbortController();
        controllers.push(controller);
        entered++;
        const { signal } = controller;
        guarded.enter({ model: 'm', tokens, signal, deadlineAtMs: undefined }).then(
          (pass) => {
            settled++;
            passes.push(pass);
            if (clock.monotonicMs() < pausedUntilMs) broken.push('a pause');
            if (passes.length > most) broken.push('the cap');
          },
          () => settled++,
        );
      };
      const end = (index: number, used: number | undefined) =>
        passes.splice(index, 1)[0]?.end(used);

      for (const one of script) {
        if (one.do === 'enter') enter(one.tokens);
        else if (one.do === 'abort') controllers[one.which]?.abort();
        else if (one.do === 'end') end(one.which, one.used);
        else if (one.do === 'hear') passes[one.which]?.heard(headersOf(one.remaining));
        else if (one.do === 'wait') await clock.advance(one.ms);
        else if (passes[one.which] !== undefined) {
          pausedUntilMs = Math.max(pausedUntilMs, clock.monotonicMs() + one.ms);
          passes[one.which]?.refused(one.ms);
          end(one.which, undefined);
        }
        await clock.advance(0);
      }
      for (let minute = 0; minute < 400 && settled < entered; minute++) {
        while (passes.length > 0) end(0, undefined);
        await clock.advance(60_000);
      }
      while (passes.length > 0) end(0, undefined);
      expect(broken).toEqual([]);
      expect(settled).toBe(entered);
      expect(clock.pending).toBe(0);
      for (const { signal } of controllers) expect(getEventListeners(signal, 'abort')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
