import { simulate } from '@farebox/simulator';
import { beforeAll, expect, test } from 'vitest';
import { askedColumn } from '../call/asked-column.js';
import { type CallState, idleCall, nextCall } from '../call/call-state.js';
import { runCall } from '../call/run-call.js';
import { offerFor } from '../connection/fixtures/offer-for.js';
import { openFareBox } from '../fare-box/fare-box.js';
import { readySimulator } from '../simulator/ready-simulator.js';
import { choosePreset, presetOf } from './choose-preset.js';
import { firstSetup, personaPresets, scenePresets } from './presets.js';
import type { Setup } from './setup/setup.js';
import { setupProblem } from './setup-problem.js';

beforeAll(async () => {
  await readySimulator();
}, 60_000);

/** All runs of a form at once, under its own budget, as a click on Run does it; and what they left in the box. */
async function runAll(setup: Setup) {
  const simulator = simulate();
  const fareBox = openFareBox(setup.budgetUsd, () => {});
  const offer = await offerFor('simulator');
  const runs = setup.columns.map(async (column): Promise<CallState> => {
    let state: CallState = idleCall;
    await runCall({
      asking: askedColumn(setup, column, { offer, at: Date.now() }).asking,
      fareBox,
      connect: async () => ({ fetch: simulator.fetch }),
      signal: new AbortController().signal,
      clock: { monotonicMs: () => 0 },
      onEvent: (event) => {
        state = nextCall(state, event);
      },
    });
    return state;
  });
  return { states: await Promise.all(runs), simulator, fares: await fareBox.fares() };
}

/** The presets whose runs do not all end with an answer in words. */
const ends: Readonly<Record<string, readonly object[]>> = {
  refused: [{ phase: 'completed' }, { phase: 'completed' }, { phase: 'refused' }],
  typed: [{ phase: 'completed', value: { name: 'Anna Berg', age: 34 } }],
  call: [{ phase: 'completed', text: '', toolCalls: [{ function: { name: 'get_weather' } }] }],
  ready: [{ phase: 'completed', toolCalls: [], said: [{ role: 'assistant' }, { role: 'tool' }] }],
};

test.each(Object.keys({ ...personaPresets, ...scenePresets }))(
  'the preset %s is chosen as it is, and its runs end as they are meant to',
  async (name) => {
    const setup = choosePreset(firstSetup, name);
    expect(presetOf(setup)).toBe(name);
    expect(setupProblem(setup)).toBeUndefined();
    const { states, simulator, fares } = await runAll(setup);
    // Whole, and not what the simulator says where it knows nothing of the matter.
    const text = expect.stringMatching(/^(?!.*\b(?:a simulator|language model)\b).*\w/s);
    const answered = { phase: 'completed', finishReason: 'stop', toolCalls: [], text };
    expect(states.toSorted((a, b) => a.phase.localeCompare(b.phase))).toMatchObject(
      ends[name] ?? setup.columns.map(() => answered),
    );
    expect(fares.spent).toBe(simulator.books.cost);
    expect(fares.reserved).toBe(0n);
  },
);

test('the runs of a comparison differ in what it compares', async () => {
  const { states: models, simulator } = await runAll(scenePresets.models.setup);
  expect(models).toHaveLength(2);
  expect(simulator.books.requests.map(({ model }) => model).sort()).toEqual([
    expect.stringMatching(/^gpt-4o-2/),
    expect.stringMatching(/^gpt-4o-mini-2/),
  ]);
  const { states: systems } = await runAll(scenePresets.systems.setup);
  expect(new Set(systems.map(({ text }) => text)).size).toBe(2);
});

test('a persona keeps a question that the reader has written, and a scene does not', () => {
  const own = choosePreset(firstSetup, 'none');
  const messages = own.messages.map((message) =>
    message.role === 'user' ? { ...message, content: 'Mine?' } : message,
  );
  const questions = ({ messages: said }: Setup) =>
    said.flatMap(({ role, content }) => (role === 'user' ? [content] : []));
  expect(questions(choosePreset({ ...own, messages }, 'debugger'))).toEqual(['Mine?']);
  expect(questions(choosePreset({ ...own, messages }, 'refused'))).toEqual([
    'Explain recursion in three sentences.',
  ]);
  expect(choosePreset(own, 'constructor')).toBe(own);
});
