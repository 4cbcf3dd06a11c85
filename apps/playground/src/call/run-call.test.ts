import { tool } from '@farebox/core';
import { simulate } from '@farebox/simulator';
import { expect, test } from 'vitest';
import { openFareBox } from '../fare-box/fare-box.js';
import { askingOf } from '../workbench/asking.js';
import { firstSetup, scenePresets } from '../workbench/presets.js';
import type { Setup } from '../workbench/setup/setup.js';
import { type CallEvent, type CallState, idleCall, nextCall } from './call-state.js';
import { type RunCallOptions, runCall } from './run-call.js';

const setup: Setup = { ...firstSetup, temperature: 0, maxTokens: 200 };

async function call(
  limitUsd: string,
  options: Partial<RunCallOptions> = {},
  simulator = simulate({ seed: 1 }),
) {
  const fareBox = openFareBox(limitUsd, () => {});
  let state: CallState = idleCall;
  const events: CallEvent[] = [];
  await runCall({
    asking: askingOf(setup),
    fareBox,
    connect: async () => ({ fetch: simulator.fetch }),
    signal: new AbortController().signal,
    clock: { monotonicMs: () => 0 },
    ...options,
    onEvent: (event) => {
      events.push(event);
      state = nextCall(state, event);
      options.onEvent?.(event);
    },
  });
  return { state, events, simulator, fares: await fareBox.fares() };
}

test('an answer arrives with its receipt, and the fare box holds exactly its cost', async () => {
  const { state, simulator, fares } = await call('0.01');
  expect(state).toMatchObject({ phase: 'completed', finishReason: 'stop' });
  expect(state.text).toContain('list');
  expect(state.receipts).toMatchObject([{ outcome: 'completed', cost: { known: 'reported' } }]);
  expect(state.record).toMatchObject({ phase: 'ended', replies: [{ status: 200 }] });
  expect(fares.spent).toBe(simulator.books.cost);
  expect(fares.reserved).toBe(0n);
});

test('a call that could pass the budget is refused before it leaves, with what it wanted', async () => {
  const { state, simulator, fares } = await call('0.00001');
  expect(state).toMatchObject({ phase: 'refused', text: '', record: { replies: [] } });
  expect(state.wanted).toBeGreaterThan(10_000_000n);
  expect(state.error?.fix).toContain('max_completion_tokens');
  expect(simulator.books.requests).toEqual([]);
  expect(fares.spent).toBe(0n);
});

test('an attempt after a failed one may not fit any more: what was sent is told, and charged', async () => {
  const { state, fares } = await call(
    '0.0002',
    {},
    simulate({ seed: 1, faults: ['server-error'] }),
  );
  expect(state).toMatchObject({ phase: 'refused', record: { replies: [{ status: 500 }] } });
  expect(state.receipts).toMatchObject([{ outcome: 'server', cost: { known: 'bounded' } }]);
  expect(fares.spent).toBeGreaterThan(0n);
});

test('a stop ends the call, and charges the most it can have cost', async () => {
  const controller = new AbortController();
  const { state, fares } = await call('0.01', {
    signal: controller.signal,
    onEvent: ({ type }) => {
      if (type === 'text') controller.abort();
    },
  });
  expect(state.phase).toBe('stopped');
  expect(state.receipts).toMatchObject([{ cost: { known: 'bounded' } }]);
  expect(fares.spent).toBeGreaterThan(0n);
});

test('a simulator that does not load is said in a sentence', async () => {
  const { state } = await call('0.01', { connect: () => Promise.reject(new TypeError('404')) });
  expect(state).toMatchObject({ phase: 'failed', error: { fix: 'Reload the page.' } });
});

test('one reply in place of a stream ends the same way', async () => {
  const { state, events } = await call('0.01', { asking: askingOf({ ...setup, stream: false }) });
  expect(state).toMatchObject({ phase: 'completed' });
  expect(events.filter(({ type }) => type === 'text')).toHaveLength(1);
});

test('a typed answer grows and ends checked', async () => {
  const asking = askingOf(scenePresets.typed.setup);
  const { state, events } = await call('0.01', { asking });
  expect(events.filter(({ type }) => type === 'partial').length).toBeGreaterThan(2);
  expect(state).toMatchObject({ phase: 'completed', value: { name: 'Anna Berg', age: 34 } });
});

test('a function without a result waits for the reader, and goes on with what they say', async () => {
  const asking = askingOf(scenePresets.call.setup);
  const asked = await call('0.01', { asking });
  const [waiting] = asked.state.toolCalls;
  expect(waiting).toMatchObject({
    function: { name: 'get_weather', arguments: '{"city":"Oslo"}' },
  });
  const after = [...asked.state.messages, tool(waiting?.id ?? '', '{"celsius": -4}')];
  const { state } = await call('0.01', { asking, after }, asked.simulator);
  expect(state).toMatchObject({ phase: 'completed', toolCalls: [] });
  expect(state.text).toContain('4');
  expect(state.messages).toHaveLength(3);
});

test('a function with a ready result is answered at once, and both calls are paid for', async () => {
  const asking = askingOf(scenePresets.ready.setup);
  const { state } = await call('0.01', { asking });
  expect(state.said.map(({ role }) => role)).toEqual(['assistant', 'tool']);
  expect(state.text).toContain('snow');
  expect(state.receipts).toHaveLength(2);
});
