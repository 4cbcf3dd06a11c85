import { ChatClient } from '@farebox/chat';
import { user } from '@farebox/core';
import { openaiPrices } from '@farebox/core/prices/openai';
import { memoryLedger, type Receipt } from '@farebox/cost';
import { type FaultStep, simulate } from '@farebox/simulator';
import { beforeAll, expect, it } from 'vitest';
import { browserClock } from '../cell/browser-clock.js';
import { readySimulator } from '../simulator/ready-simulator.js';
import { recordRun } from '../wire/record-run.js';
import { idleRecord, nextRecord } from '../wire/run-record.js';
import { costCurve } from './cost-curve.js';
import { curveText } from './curve-text.js';

beforeAll(async () => {
  await readySimulator();
}, 60_000);

const at = Date.UTC(2026, 10, 24);
const question = 'What is a list comprehension?';

/** A run to its end, and its curve after each of its events. */
async function curves(stream: boolean, ...faults: readonly FaultStep[]) {
  let record = idleRecord;
  const receipts: Receipt[] = [];
  const all: ReturnType<typeof costCurve>[] = [];
  const tell = () => {
    const messages = [user(question)];
    const asked = { model: 'gpt-4o-mini', messages, prices: openaiPrices, at };
    all.push(costCurve({ record, receipts, asked }));
  };
  const recorder = recordRun({
    fetch: simulate({ seed: 1, faults }).fetch,
    clock: browserClock,
    onEvent(event) {
      record = nextRecord(record, event);
      tell();
    },
  });
  const client = new ChatClient({
    ...{ model: 'gpt-4o-mini', max_completion_tokens: 80, stream, random: () => 0 },
    ...{ baseURL: 'https://simulator.invalid/v1', apiKey: 'sk-x', fetch: recorder.fetch },
    ledger: memoryLedger(),
    observe(event) {
      if (event.type === 'receipt') receipts.push(event.receipt);
      recorder.observe(event);
    },
  });
  await client.ask(question).catch(() => {});
  return all;
}

it('the guess grows with the answer, and the total is there once the run is over', async () => {
  const all = await curves(true);
  for (const { points } of all) {
    const usd = points.map((point) => point.usd);
    expect(usd).toEqual(usd.toSorted((a, b) => a - b));
  }
  expect(all.findIndex(({ total }) => total !== undefined)).toBeGreaterThan(all.length / 2);
  const last = all.at(-1);
  expect(last?.points.length).toBeGreaterThan(20);
  expect(last?.total?.known).toBe('reported');
  // The guess is one: it is not the total, but of its size, and below what was set aside.
  const exact = Number(last?.total?.amount) / 1e12;
  expect((last?.points.at(-1)?.usd ?? 0) / exact).toBeGreaterThan(0.5);
  expect((last?.points.at(-1)?.usd ?? 0) / exact).toBeLessThan(2);
  expect(last?.reserved).toBeGreaterThan(last?.total?.amount ?? 0n);
});

it('an attempt that was sent again is in it at what it was charged', async () => {
  const last = (await curves(true, 'server-error', 'ok')).at(-1);
  expect(last?.total?.known).toBe('bounded');
  // The most that the failed one can have cost is where the second begins.
  expect(last?.points[0]?.usd).toBeGreaterThanOrEqual(Number(last?.reserved) / 1e12);
});

it('one JSON reply is no curve: there is its beginning and its total', async () => {
  const last = (await curves(false)).at(-1);
  expect(last?.points).toHaveLength(1);
  expect(last?.total?.known).toBe('reported');
});

it('nothing that was sent is nothing to show', () => {
  const asked = { model: 'x', messages: [], prices: openaiPrices, at };
  expect(costCurve({ record: idleRecord, receipts: [], asked })).toEqual({ points: [] });
});

it('in words it has the total first, and of a guess no more digits than it is worth', () => {
  const points = [{ atMs: 0, usd: 0.0000213499 }];
  const total = { amount: 21_750_000n, known: 'reported' } as const;
  expect(curveText({ points, total, reserved: 136_650_000n, tokensPerSecond: 49.6 })).toBe(
    '$0.00002175, exact · guessed by length: about $0.000021 · set aside: $0.00013665 · about 50 tokens a second',
  );
  expect(curveText({ points: [] })).toBe('nothing to show');
  const guessed = [0, 0.5, 12.345, 0.0000001].map((usd) =>
    curveText({ points: [{ atMs: 0, usd }] }),
  );
  expect(guessed.map((text) => text.split('$')[1])).toEqual(['0', '0.50', '12.35', '0.00000010']);
});
