import { clocks, deadline, fallback, fetchTransport, limiter, retry } from '@farebox/client';
import { type Layer, stack, user } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { simulate } from '@farebox/simulator';
import { beforeAll, expect, it } from 'vitest';

interface Limits {
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
}

const request = {
  model: 'gpt-4o-mini',
  messages: [user('Explain a for loop')],
  max_completion_tokens: 100,
};

/** Calls that all start at once, through layers, against a provider with limits; read to their ends. */
async function crowd(calls: number, enforced: Limits, layers: Layer, more: object = {}) {
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const simulator = simulate({ seed: 7, clock, limits: enforced });
  const { fetch } = simulator;
  const call = layers(fetchTransport({ apiKey: 'sk-limited-of-the-test', fetch }));
  let left = calls;
  const ends = Promise.allSettled(
    Array.from({ length: calls }, async () => {
      const stream = await call({ ...request, ...more }, { clock, random: () => 0.5 });
      await stream.completion();
    }).map((ending) => ending.finally(() => left--)),
  );
  while (left > 0) await clock.advance(1000);
  const failed = (await ends).filter(({ status }) => status === 'rejected').length;
  const statuses = simulator.books.requests.map(({ status }) => status);
  const refused = statuses.filter((status) => status === 429).length;
  return { failed, sent: statuses.length, refused, seconds: clock.monotonicMs() / 1000, clock };
}

// The tokenizer loads in real time with the first call: under a virtual clock, later calls would catch up with early ones.
beforeAll(async () => {
  const call = fetchTransport({ apiKey: 'sk-limited-of-the-test', fetch: simulate().fetch });
  await (await call(request, {})).completion();
});

it.each<[string, Limits]>([
  ['requests', { requestsPerMinute: 20 }],
  ['tokens', { tokensPerMinute: 3000 }],
  ['both', { requestsPerMinute: 30, tokensPerMinute: 4000 }],
])(
  'sixty calls at once within the limit on %s: the provider refuses none',
  async (_name, limits) => {
    const { failed, sent, refused, clock } = await crowd(60, limits, limiter(limits));
    expect({ failed, sent, refused }).toEqual({ failed: 0, sent: 60, refused: 0 });
    expect(clock.pending).toBe(0);
  },
);

it('calls are not held back for longer than the provider would', async () => {
  const limits = { requestsPerMinute: 20 };
  const { seconds } = await crowd(60, limits, limiter(limits));
  // Twenty at once, then one every three seconds.
  expect(seconds).toBe(120);
});

it('a limiter that was told five times too much is refused once by each call in the first crowd', async () => {
  const layers = stack(retry({ maxRetryAfterMs: 600_000 }), limiter({ requestsPerMinute: 100 }));
  const { failed, refused, seconds, clock } = await crowd(60, { requestsPerMinute: 20 }, layers);
  expect({ failed, refused, seconds }).toEqual({ failed: 0, refused: 40, seconds: 120 });
  expect(clock.pending).toBe(0);
});

it('a limiter that was told nothing learns the limits from the first replies, and nobody is refused', async () => {
  const layers = stack(retry({ maxRetryAfterMs: 600_000 }), limiter());
  const { failed, refused, seconds } = await crowd(60, { requestsPerMinute: 20 }, layers);
  expect({ failed, refused, seconds }).toEqual({ failed: 0, refused: 0, seconds: 120 });
});

it('without a limiter the same crowd uses up its retries', async () => {
  const { failed } = await crowd(60, { requestsPerMinute: 20 }, retry());
  expect(failed).toBeGreaterThan(0);
});

it('calls that cannot be let in before their deadline fail at once, and the rest are answered', async () => {
  const limits = { requestsPerMinute: 20 };
  const layers = stack(deadline({ totalMs: 31_000 }), retry(), limiter(limits), clocks());
  const { failed, sent, refused } = await crowd(60, limits, layers);
  expect({ failed, sent, refused }).toEqual({ failed: 30, sent: 30, refused: 0 });
});

it('where a model is full until after the deadline, a fallback goes to the next', async () => {
  const limits = { requestsPerMinute: 20 };
  const layers = stack(
    deadline({ totalMs: 2000 }),
    fallback([{ model: 'gpt-4o' }, { model: 'gpt-4.1-mini' }]),
    limiter(limits),
  );
  const { failed, sent, refused } = await crowd(60, limits, layers);
  expect({ failed, sent, refused }).toEqual({ failed: 0, sent: 60, refused: 0 });
});
