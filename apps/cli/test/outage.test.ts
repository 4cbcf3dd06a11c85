import {
  breaker,
  clocks,
  deadline,
  fallback,
  fetchTransport,
  limiter,
  retry,
} from '@farebox/client';
import { type CallEvent, type ChatError, stack, user } from '@farebox/core';
import { virtualClock } from '@farebox/core/testing';
import { memoryLedger, meter, type Receipt } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import { beforeAll, expect, it } from 'vitest';

const request = { model: 'gpt-4o-mini', messages: [user('Hi')], max_completion_tokens: 20 };
const apiKey = 'sk-outage-of-the-test-000';

/** Two providers behind one stack; the first is down for so many requests. */
function providers(requestsDown: number) {
  const clock = virtualClock({ settle: () => new Promise((resolve) => setImmediate(resolve)) });
  const faults = Array.from({ length: requestsDown }, () => 'unavailable' as const);
  const first = simulate({ clock, seed: 1, faults: [...faults, 'ok'] });
  const second = simulate({ clock, seed: 2 });
  const receipts: Receipt[] = [];
  const ledger = memoryLedger({ now: () => clock.now() });
  const under = () =>
    stack(
      breaker({ minimumCalls: 2, openMs: 60_000 }),
      retry({ retries: 1 }),
      limiter({ concurrency: 4 }),
      meter({ ledger, onReceipt: (receipt) => void receipts.push(receipt) }),
      clocks(),
    );
  const other = under()(fetchTransport({ apiKey, fetch: second.fetch }));
  const layers = stack(deadline(), fallback([{ call: other }]), under());
  const call = layers(fetchTransport({ apiKey, fetch: first.fetch }));
  const events: CallEvent[] = [];
  let asked = 0;
  const ask = async () => {
    const onEvent = (event: CallEvent) => void events.push(event);
    let isOver = false;
    const answer = call(request, { clock, random: () => 0.5, callId: `call_${++asked}`, onEvent })
      .then((stream) => stream.completion())
      .finally(() => {
        isOver = true;
      });
    answer.catch(() => {});
    while (!isOver) await clock.advance(100);
    return answer;
  };
  return { ask, clock, events, first, second, receipts };
}

// The tokenizer loads in real time with the first call, while a virtual clock would let time-outs fire.
beforeAll(async () => {
  const call = fetchTransport({ apiKey, fetch: simulate().fetch });
  await (await call(request, {})).completion();
});

it('through an outage every call is answered, and the first provider is left in peace', async () => {
  const { ask, clock, events, first, second, receipts } = providers(4);
  for (let asked = 0; asked < 10; asked++) expect((await ask()).choices).toHaveLength(1);
  // Two calls of two attempts opened the circuit; the other eight did not knock.
  expect(first.books.requests).toHaveLength(4);
  expect(second.books.requests).toHaveLength(10);
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(14);
  const moved = events.flatMap((event) => (event.type === 'fallback' ? [event.error.code] : []));
  expect(moved.slice(2)).toEqual(Array(8).fill('circuit-open'));
  expect(clock.pending).toBe(0);
});

it('when the provider is back, one call finds out and all return to it', async () => {
  const { ask, clock, first, second } = providers(4);
  for (let asked = 0; asked < 3; asked++) await ask();
  await clock.advance(60_000);
  for (let asked = 0; asked < 5; asked++) await ask();
  expect(first.books.requests).toHaveLength(9);
  expect(second.books.requests).toHaveLength(3);
});

it('no error on the way has the key in it', async () => {
  const { ask, events } = providers(100);
  for (let asked = 0; asked < 4; asked++) await ask();
  const errors: ChatError[] = events.flatMap((event) => ('error' in event ? [event.error] : []));
  expect(errors.length).toBeGreaterThan(4);
  for (const error of errors)
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain(apiKey);
});
