import { stack } from '@farebox/core';
import { type VirtualClock, virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { request } from '../fixtures/fake-call.js';
import { scriptedProvider } from '../fixtures/scripted-provider.js';
import type { ScriptedReply } from '../fixtures/scripted-reply.js';
import { immediately, withTime } from '../fixtures/test-settle-rule.js';
import { content, finish, role } from '../fixtures/wire-events.js';
import { fetchTransport } from '../transport/fetch-transport.js';
import { clocks } from './clocks.js';
import { deadline } from './deadline.js';
import { retry } from './retry.js';

const whole: ScriptedReply = { body: [content('Hi'), finish()] };
const start = Date.UTC(2026, 10, 24, 12);

/** When each request left, in milliseconds from the start, and how the call ended. */
async function play(replies: ScriptedReply[], layers = stack(deadline(), retry(), clocks())) {
  const clock: VirtualClock = virtualClock({ settle: immediately, now: start });
  const provider = scriptedProvider(replies);
  const sentAtMs: number[] = [];
  const transport = fetchTransport({
    fetch: (...args) => {
      sentAtMs.push(clock.monotonicMs());
      return provider.fetch(...args);
    },
  });
  const error = await withTime(
    clock,
    layers(transport)(request, { clock, random: () => 0 }).then(
      (stream) => stream.completion().then(() => undefined),
      (thrown: unknown) => thrown,
    ),
  );
  expect(clock.pending).toBe(0);
  return { sentAtMs, error };
}

const refused = (headers: Record<string, string>, message = 'Slow down.'): ScriptedReply => ({
  status: 429,
  headers,
  body: [JSON.stringify({ error: { message } })],
});

describe('a hint of the server', () => {
  it.each<[string, Record<string, string>, number]>([
    ['retry-after-ms', { 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    ['Retry-After in seconds', { 'retry-after': '7' }, 7000],
    ['an IMF date', { 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' }, 30_000],
    ['an RFC 850 date', { 'retry-after': 'Tuesday, 24-Nov-26 12:00:30 GMT' }, 30_000],
    ['an asctime date', { 'retry-after': 'Tue Nov 24 12:00:30 2026' }, 30_000],
    [
      "a date, by the server's own clock, which is a day behind",
      {
        'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT',
        date: 'Mon, 23 Nov 2026 12:00:00 GMT',
      },
      30_000,
    ],
    ['a reset of the limit that was met', { 'x-ratelimit-reset-tokens': '1.5s' }, 1500],
  ])('%s is waited for to the millisecond', async (_, headers, expected) => {
    const { sentAtMs, error } = await play([refused(headers), whole]);
    expect(error).toBeUndefined();
    expect(sentAtMs).toEqual([0, expected]);
  });

  it('a wait that only the message names is kept as well', async () => {
    const { sentAtMs } = await play([refused({}, 'Please try again in 634ms.'), whole]);
    expect(sentAtMs).toEqual([0, 634]);
  });

  it.each([
    [{ 'retry-after': '90' }, 90_000],
    [{ 'x-ratelimit-reset-requests': '6m0s' }, 360_000],
  ])(
    '%j is longer than allowed: nothing waits, and the error says for how long to',
    async (headers, retryAfterMs) => {
      const { sentAtMs, error } = await play([refused(headers), whole]);
      expect(sentAtMs).toEqual([0]);
      expect(error).toMatchObject({ gaveUp: 'retry-after', retryAfterMs, attempts: 1 });
    },
  );

  it('beyond the deadline it gives up at once, with the wait that was asked for', async () => {
    const layers = stack(deadline({ totalMs: 7000 }), retry());
    const { sentAtMs, error } = await play([refused({ 'retry-after': '7' }), whole], layers);
    expect(sentAtMs).toEqual([0]);
    expect(error).toMatchObject({ gaveUp: 'deadline', retryAfterMs: 7000 });
  });

  it('x-should-retry outranks the status, both ways', async () => {
    const no = await play([{ status: 500, headers: { 'x-should-retry': 'false' } }, whole]);
    expect(no.sentAtMs).toHaveLength(1);
    const yes = await play([{ status: 400, headers: { 'x-should-retry': 'true' } }, whole]);
    expect(yes.sentAtMs).toHaveLength(2);
  });
});

describe('after a timeout', () => {
  const four = (totalMs: number) =>
    stack(
      deadline({ totalMs }),
      retry({ retries: 3 }),
      clocks({ headersMs: 1000, firstChunkMs: 3000 }),
    );

  it('the next attempt has twice as long for its headers', async () => {
    const { sentAtMs, error } = await play([{ ending: 'silent' }], four(600_000));
    expect(sentAtMs).toEqual([0, 1000, 3000, 7000]);
    expect(error).toMatchObject({ kind: 'timeout', code: 'headers', attempts: 4 });
    expect((error as Error).message).toContain('8 s');
  });

  it('and for its first chunk', async () => {
    const { sentAtMs } = await play([{ body: [role], ending: 'stall' }], four(600_000));
    expect(sentAtMs).toEqual([0, 3000, 9000, 21_000]);
  });

  it('an answer that always takes 1.5 s comes too late for the first clocks, and in time for the longer', async () => {
    const clock = virtualClock({ settle: immediately });
    const answered: boolean[] = [];
    const fetch = (_: unknown, { signal }: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        const attempt = answered.push(false) - 1;
        const cancel = clock.after(1500, () => {
          answered[attempt] = true;
          resolve(new Response(content('Hi') + finish()));
        });
        signal?.addEventListener('abort', () => reject(cancel()), { once: true });
      });
    const call = four(600_000)(fetchTransport({ fetch }));
    const reading = call(request, { clock, random: () => 0 }).then((stream) => stream.completion());
    const { choices } = await withTime(clock, reading);
    expect(choices[0]?.message.content).toBe('Hi');
    expect(answered).toEqual([false, true]);
  });

  it('the deadline over all attempts is not moved by it', async () => {
    const { sentAtMs, error } = await play([{ ending: 'silent' }], four(5000));
    expect(sentAtMs).toEqual([0, 1000, 3000]);
    expect(error).toMatchObject({ kind: 'timeout', code: 'total', gaveUp: 'deadline' });
  });
});

describe('an error inside a 200', () => {
  const limited = JSON.stringify({ error: { message: 'Slow down.', code: 'rate_limit_exceeded' } });

  it.each([
    ['as the first event', [role, `data: ${limited}\n\n`]],
    ['as the JSON of the reply', [limited]],
  ])('%s is tried again when the headers of its reply say so', async (_, body) => {
    const waits: [Record<string, string>, number][] = [
      [{ 'retry-after': '7' }, 7000],
      [{ 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' }, 30_000],
      [{ 'x-ratelimit-reset-requests': '1.5s' }, 1500],
    ];
    for (const [headers, expectedMs] of waits) {
      const { sentAtMs, error } = await play([{ headers, body }, whole]);
      expect(error).toBeUndefined();
      expect(sentAtMs).toEqual([0, expectedMs]);
    }
  });

  it('is not tried again when they say not to, and gives up at once on too long a wait', async () => {
    const body = [role, `data: ${limited}\n\n`];
    const never = await play([{ headers: { 'x-should-retry': 'false' }, body }, whole]);
    expect(never).toMatchObject({ sentAtMs: [0], error: { gaveUp: 'not-retried' } });
    const later = await play([{ headers: { 'retry-after': '90' }, body }, whole]);
    const error = { gaveUp: 'retry-after', retryAfterMs: 90_000 };
    expect(later).toMatchObject({ sentAtMs: [0], error });
  });
});
