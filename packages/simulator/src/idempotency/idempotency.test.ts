import { virtualClock } from '@farebox/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { readWhatComes } from '../fixtures/read-events.js';
import { type Simulator, simulate } from '../simulate.js';

const stream = { stream: true, temperature: 1, stream_options: { include_usage: true } };
const headers = { 'idempotency-key': 'order-42' };
const keyed = (simulator: Pick<Simulator, 'fetch'>, request = {}, more = {}) =>
  ask(simulator, request, { headers: { ...headers, ...more } });

describe('the same key and body', () => {
  it.each([
    ['a stream', stream],
    ['a JSON reply', { temperature: 1 }],
  ])('%s comes again byte for byte, and is generated and billed once', async (_, request) => {
    const simulator = simulate();
    const first = await keyed(simulator, request);
    const text = await first.text();
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    const { cost } = simulator.books;
    for (let run = 0; run < 3; run++) {
      const again = await keyed(simulator, request);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
      expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
      expect(await again.text()).toBe(text);
    }
    expect(simulator.books.cost).toBe(cost);
    const [billed, ...replays] = simulator.books.requests;
    for (const replay of replays) {
      expect(replay).toMatchObject({
        status: 200,
        cost: 0n,
        ended: 'completed',
        replayOf: billed?.id,
        model: billed?.model,
      });
    }
  });

  it('gets the whole reply after leaving in the middle, which was billed whole', async () => {
    const simulator = simulate({ seed: 3 });
    const response = await keyed(simulator, stream);
    const reader = response.body?.getReader();
    const start = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    const { cost } = simulator.books;
    const whole = await (await keyed(simulator, stream)).text();
    expect(whole.startsWith(start)).toBe(true);
    expect(whole).toContain('[DONE]');
    const reported = /"completion_tokens":(\d+)/.exec(whole)?.[1];
    expect(simulator.books.requests[0]?.usage.completion_tokens).toBe(Number(reported));
    expect(simulator.books.cost).toBe(cost);
  });

  it.each(['cut', 'reset', 'stall', 'silent', 'error-event'] as const)(
    'gets the whole reply after %s',
    async (fault) => {
      const simulator = simulate({ faults: [fault] });
      const broken = await readWhatComes(await keyed(simulator, stream));
      expect(broken.text).not.toContain('[DONE]');
      const again = await keyed(simulator, stream);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(await again.text()).toContain('[DONE]');
      expect(simulator.books.requests.map(({ cost }) => cost > 0n)).toEqual([true, false]);
    },
  );

  it('gets the answer that a 500 has cost, and a 500 that cost nothing is as if it never was', async () => {
    for (const billed of [true, false]) {
      const simulator = simulate({ faults: [{ fault: 'server-error', billed }] });
      expect((await keyed(simulator)).status).toBe(500);
      const again = await keyed(simulator);
      expect(again.status).toBe(200);
      expect(again.headers.get('idempotent-replayed')).toBe(billed ? 'true' : null);
      expect(simulator.books.requests.map(({ cost }) => cost > 0n)).toEqual([billed, !billed]);
    }
  });

  it('suffers the fault of its own step while it is sent again', async () => {
    const simulator = simulate({ faults: ['ok', 'no-done', { fault: 'cut', afterChunks: 0 }] });
    await (await keyed(simulator, stream)).text();
    expect(await (await keyed(simulator, stream)).text()).not.toContain('[DONE]');
    expect(await (await keyed(simulator, stream)).text()).toBe('');
    expect(await (await keyed(simulator, stream)).text()).toContain('[DONE]');
  });

  it('takes nothing from the limits, and keeps no pace', async () => {
    const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
    const pace = { firstTokenMs: 1000, tokensPerSecond: 10 };
    const simulator = simulate({ clock, pace, limits: { requestsPerMinute: 1 } });
    const first = keyed(simulator, stream).then((response) => response.text());
    while (clock.pending === 0) await clock.advance(0);
    await clock.advance(30_000);
    const again = await keyed(simulator, stream);
    expect(await again.text()).toBe(await first);
    expect(clock.pending).toBe(0);
  });

  it('is a new request 24 hours later, and not a millisecond sooner', async () => {
    const clock = virtualClock();
    const simulator = simulate({ clock });
    await (await keyed(simulator)).text();
    await clock.advance(24 * 3_600_000 - 1);
    expect((await keyed(simulator)).headers.get('idempotent-replayed')).toBe('true');
    await clock.advance(1);
    expect((await keyed(simulator)).headers.get('idempotent-replayed')).toBeNull();
  });
});

describe('a key', () => {
  it('with another body is a 400, also while the first is answered', async () => {
    const simulator = simulate();
    const open = await keyed(simulator, stream);
    for (let run = 0; run < 2; run++) {
      expect(await errorOf(keyed(simulator, { ...stream, n: 2 }))).toMatchObject({
        status: 400,
        type: 'idempotency_error',
        code: 'idempotency_key_reused',
        message: expect.stringContaining('was used for a request with another body'),
      });
      await open.text().catch(() => {});
    }
  });

  it('whose first request is being answered is a 409 until that is over', async () => {
    const simulator = simulate();
    const open = await keyed(simulator, stream);
    expect(await errorOf(keyed(simulator, stream))).toMatchObject({
      status: 409,
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
    });
    await open.text();
    expect((await keyed(simulator, stream)).status).toBe(200);
    expect(simulator.books.requests.map(({ cost }) => cost > 0n)).toEqual([true, false, false]);
  });

  it('whose two requests come at once answers one, and the other is a 409', async () => {
    const simulator = simulate();
    const replies = await Promise.all([keyed(simulator), keyed(simulator)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of a refused request can be used again, with another body', async () => {
    const simulator = simulate({ faults: ['ok', 'rate-limit'] });
    expect((await keyed(simulator, { temperature: 99 })).status).toBe(400);
    expect((await keyed(simulator)).status).toBe(429);
    expect((await keyed(simulator)).status).toBe(200);
  });

  it('of 255 characters is fine, of 256 a 400, and an empty one is none', async () => {
    const simulator = simulate();
    const withKey = (key: string) => ask(simulator, {}, { headers: { 'idempotency-key': key } });
    expect((await withKey('k'.repeat(255))).status).toBe(200);
    const error = await errorOf(withKey('k'.repeat(256)));
    expect(error).toMatchObject({ status: 400, code: 'idempotency_key_too_long' });
    expect(error.message).not.toContain('kkk');
    for (let run = 0; run < 2; run++) {
      expect((await withKey('')).headers.get('idempotent-replayed')).toBeNull();
    }
  });

  it('is another one under another API key', async () => {
    const simulator = simulate();
    await (await keyed(simulator, {}, { authorization: 'Bearer one' })).text();
    const other = await keyed(simulator, {}, { authorization: 'Bearer two' });
    expect(other.headers.get('idempotent-replayed')).toBeNull();
    const same = await keyed(simulator, {}, { authorization: 'Bearer one' });
    expect(same.headers.get('idempotent-replayed')).toBe('true');
  });
});

const steps = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b'),
    maxTokens: fc.constantFrom(5, 6),
    leaves: fc.boolean(),
    passMs: fc.constantFrom(0, 1, 10 * 3_600_000, 24 * 3_600_000 - 1),
  }),
  { maxLength: 12 },
);

it('whatever is sent when, each key pays once a day, for one body', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const clock = virtualClock({ settle: async () => {} });
      const simulator = simulate({ seed: 1, clock });
      const first = new Map<string, { maxTokens: number; atMs: number }>();
      for (const { key, maxTokens, leaves, passMs } of script) {
        await clock.advance(passMs);
        const request = { ...stream, max_completion_tokens: maxTokens };
        const response = await ask(simulator, request, { headers: { 'idempotency-key': key } });
        await (leaves ? response.body?.cancel() : response.text());

        const known = first.get(key);
        const nowMs = clock.monotonicMs();
        const fresh = known === undefined || nowMs - known.atMs >= 24 * 3_600_000;
        if (fresh) first.set(key, { maxTokens, atMs: nowMs });
        const status = fresh || known.maxTokens === maxTokens ? 200 : 400;
        expect(response.status).toBe(status);
        const [line] = simulator.books.requests.slice(-1);
        expect(line?.usage.completion_tokens).toBe(fresh ? maxTokens : 0);
        expect(line?.cost !== 0n).toBe(fresh);
      }
    }),
    { numRuns: 60 },
  );
});
