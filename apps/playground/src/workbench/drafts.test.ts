import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallState, idleCall, nextCall } from '../call/call-state.js';
import { runCall } from '../call/run-call.js';
import { connectionOptions } from '../connection/connection.js';
import { connectionOf } from '../connection/connection-choices.js';
import { directProviders } from '../connection/direct-access.js';
import { offerFor } from '../connection/fixtures/offer-for.js';
import { HeldKey } from '../connection/held-key.js';
import { providerIn } from '../connection/offer.js';
import { openFareBox } from '../fare-box/fare-box.js';
import { announcementOf } from './announcement.js';
import { askingOf } from './asking.js';
import { draftsOf } from './drafts.js';
import { anySetup } from './fixtures/any-setup.js';
import { firstSetup } from './presets.js';
import type { Setup } from './setup/setup.js';

const page = { isLive: true, grant: undefined };

/** What the form announces over a connection, what it shows, and what a run of it really does there. */
async function announcedAndRun(choice: string, setup: Setup) {
  const chosen = connectionOf(choice, page);
  const connection =
    chosen.kind === 'provider' ? { ...chosen, key: new HeldKey('sk-none') } : chosen;
  const { prices } = await offerFor(choice);
  const provider = providerIn(connection);
  const drafts = await draftsOf(setup, { prices, at: Date.now(), provider });
  const sent: { url: string; body: unknown }[] = [];
  const refuse: typeof fetch = async (input, init) => {
    sent.push({ url: String(input), body: JSON.parse(String(init?.body)) });
    return Response.json({ error: { message: 'No.' } }, { status: 401 });
  };
  const surroundings = { simulator: refuse, fetch: refuse, page: 'http://127.0.0.1/live.html' };
  let state: CallState = idleCall;
  await runCall({
    asking: askingOf(setup),
    fareBox: openFareBox('1000000000', () => {}),
    connect: async () => connectionOptions(connection, surroundings),
    signal: new AbortController().signal,
    clock: { monotonicMs: () => 0 },
    onEvent: (event) => {
      state = nextCall(state, event);
    },
  });
  return { announced: announcementOf(drafts), draft: drafts[0], state, sent };
}

const named = (model: string, more: Partial<Setup> = {}): Setup => ({
  ...firstSetup,
  ...more,
  model,
});

test.each(['simulator', ...directProviders])(
  'what the form announces for %s is what a run sets aside there, and its draft is what leaves',
  async (choice) => {
    const { names, first = 'llama3.2' } = await offerFor(choice);
    const models = fc.constantFrom(first, ...names, 'no-such-model');
    await fc.assert(
      fc.asyncProperty(anySetup, models, async (any, model) => {
        const setup = { ...any, model, columns: [{ key: 1 }] };
        const { announced, draft, state, sent } = await announcedAndRun(choice, setup);
        if (announced?.reserves === undefined) {
          expect(sent).toEqual([]);
          expect(state.phase).toBe(draft?.error === undefined ? 'refused' : 'failed');
          return;
        }
        expect(state).toMatchObject({ phase: 'failed', wanted: announced.reserves });
        expect(sent).toEqual([{ url: draft?.url, body: draft?.body }]);
      }),
      { numRuns: 40 },
    );
  },
);

test('a model without a price is announced as refused, and is', async () => {
  const { announced, state, sent } = await announcedAndRun('groq', named('no-such-model'));
  expect(announced?.refusal).toBe('no-such-model has no known price, and a budget refuses it.');
  expect(state.phase).toBe('refused');
  expect(sent).toEqual([]);
});

test('a model whose longest answer nobody knows is announced as refused, and is', async () => {
  const setup = named('llama-3.1-8b-instant', { maxTokens: undefined });
  const { announced, state } = await announcedAndRun('groq', setup);
  expect(announced?.refusal).toContain('set the longest answer');
  expect(state.phase).toBe('refused');
});

test('a server of one’s own is asked for nothing to be set aside, whatever its model', async () => {
  const setup = named('llama3.2', { maxTokens: undefined });
  const { announced, state, sent } = await announcedAndRun('ollama', setup);
  expect(announced?.reserves).toBe(0n);
  expect(state.wanted).toBe(0n);
  expect(sent).toHaveLength(1);
});

test('of several runs the sum is announced, and the one that would not leave by its letter', async () => {
  const { prices } = await offerFor('simulator');
  const setup = { ...firstSetup, columns: [{ key: 1 }, { key: 2, model: 'gpt-4o' }] };
  const drafts = await draftsOf(setup, { prices, at: Date.now(), provider: undefined });
  const [a = 0n, b = 0n] = drafts.map(({ reserves }) => reserves);
  expect(announcementOf(drafts)).toEqual({ reserves: a + b });
  expect(b).toBeGreaterThan(a);
  const other = { ...setup, columns: [{ key: 1 }, { key: 2, model: 'llama3.2' }] };
  expect(
    announcementOf(await draftsOf(other, { prices, at: Date.now(), provider: undefined }))?.refusal,
  ).toMatch(/^Run B: llama3.2 has no known price/);
  expect(announcementOf([])).toBeUndefined();
});
