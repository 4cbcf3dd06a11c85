import { simulate } from '@farebox/simulator';
import { expect, test } from 'vitest';
import { openFareBox } from '../fare-box/fare-box.js';
import { type CallState, idleCall, nextCall } from './call-state.js';
import { type RunCallOptions, runCall } from './run-call.js';

const question = {
  persona: 'none',
  system: '',
  prompt: 'Explain a for loop in two lines',
  model: 'gpt-4o-mini',
  temperature: 0,
  maxOutputTokens: 200,
} as const;

async function call(limitUsd: string, options: Partial<RunCallOptions> = {}) {
  const simulator = simulate({ seed: 1 });
  const fareBox = openFareBox(limitUsd, () => {});
  let state: CallState = idleCall;
  await runCall({
    question,
    fareBox,
    simulator: async () => simulator,
    signal: new AbortController().signal,
    nowMs: () => 0,
    onEvent: (event) => {
      state = nextCall(state, event);
    },
    ...options,
  });
  return { state, simulator, fares: await fareBox.fares() };
}

test('an answer arrives with its receipt, and the fare box holds exactly its cost', async () => {
  const { state, simulator, fares } = await call('0.01');
  expect(state).toMatchObject({ phase: 'completed', finishReason: 'stop' });
  expect(state.text).toContain('for');
  expect(state.receipts).toMatchObject([{ outcome: 'completed', cost: { known: 'reported' } }]);
  expect(fares.spent).toBe(simulator.books.cost);
  expect(fares.reserved).toBe(0n);
});

test('a call that could pass the budget is refused before it leaves', async () => {
  const { state, simulator, fares } = await call('0.00001');
  expect(state).toMatchObject({ phase: 'refused', text: '', requestsSent: 0 });
  expect(state.error?.fix).toContain('max_completion_tokens');
  expect(simulator.books.requests).toEqual([]);
  expect(fares.spent).toBe(0n);
});

test('a stop ends the call, and charges the most it can have cost', async () => {
  const controller = new AbortController();
  let state: CallState = idleCall;
  const { fares } = await call('0.01', {
    signal: controller.signal,
    onEvent: (event) => {
      state = nextCall(state, event);
      if (event.type === 'text') controller.abort();
    },
  });
  expect(state.phase).toBe('stopped');
  expect(state.receipts).toMatchObject([{ cost: { known: 'bounded' } }]);
  expect(fares.spent).toBeGreaterThan(0n);
});

test('a simulator that does not load is said in a sentence', async () => {
  const { state } = await call('0.01', { simulator: () => Promise.reject(new TypeError('404')) });
  expect(state).toMatchObject({ phase: 'failed', error: { fix: 'Reload the page.' } });
});
