import { openaiPrices } from '@farebox/core/prices/openai';
import { expect, test } from 'vitest';
import { offerFor } from '../../connection/fixtures/offer-for.js';
import { firstSetup, scenePresets } from '../presets.js';
import { fittedSetup } from './fitted-setup.js';
import type { Column } from './setup.js';

const at = Date.UTC(2026, 10, 24);
const from = openaiPrices;
const named = (model: string, ...columns: readonly Column[]) => ({
  ...firstSetup,
  model,
  columns: columns.length === 0 ? firstSetup.columns : columns,
});

test('a form that can be asked as it stands is the same one', async () => {
  const offer = await offerFor('simulator');
  for (const { setup } of Object.values(scenePresets)) {
    const fitted = fittedSetup(setup, { offer, from, at });
    expect(fitted.setup).toBe(setup);
    expect(fitted.notes).toEqual([]);
  }
});

test('another provider is asked for its own model, and the note names both', async () => {
  const { setup, notes } = fittedSetup(named('gpt-4o-mini'), {
    ...{ offer: await offerFor('anthropic'), from, at },
  });
  expect(setup.model).toBe('claude-haiku-4-5');
  expect(notes).toEqual(['No gpt-4o-mini at Anthropic: claude-haiku-4-5 is asked.']);
});

test('a run with a model of its own that is not there is asked as the form says, and told so', async () => {
  const columns = [
    { key: 1, model: 'gpt-4o', temperature: 1 },
    { key: 2, model: 'claude-opus-4-5' },
  ];
  const { setup, notes } = fittedSetup(named('claude-haiku-4-5', ...columns), {
    ...{ offer: await offerFor('anthropic'), from, at },
  });
  expect(setup.columns).toEqual([{ key: 1, temperature: 1 }, columns[1]]);
  expect(notes).toEqual([
    'Run A wanted gpt-4o, which is not at Anthropic: claude-haiku-4-5 is asked.',
  ]);
});

test('a model that is there is kept, also one that no choice has', async () => {
  const offer = await offerFor('openai');
  const tuned = 'ft:gpt-4o-mini-2024-07-18:company::id';
  expect(fittedSetup(named(tuned), { offer, from, at }).setup.model).toBe(tuned);
});

test('where the form was asked for something there before, it goes back to that', async () => {
  const offer = await offerFor('anthropic');
  const options = { offer, from, otherwise: 'claude-opus-4-5', at };
  expect(fittedSetup(named('gpt-4o-mini'), options).setup.model).toBe('claude-opus-4-5');
});

test('a server of one’s own is asked for what was typed, and for nothing of a price list', async () => {
  const offer = await offerFor('ollama');
  expect(fittedSetup(named('llama3.2'), { offer, from, at }).setup.model).toBe('llama3.2');
  const { setup, notes } = fittedSetup(named('gpt-4o-mini'), { offer, from, at });
  expect(setup.model).toBe('');
  expect(notes).toEqual(['No gpt-4o-mini at Ollama: name a model.']);
  // What was typed for one such server is kept for another, whatever it is called.
  const lmstudio = await offerFor('lmstudio');
  const typed = { offer: lmstudio, from: offer.prices, at };
  expect(fittedSetup(named('openai/gpt-oss-20b'), typed).setup.model).toBe('openai/gpt-oss-20b');
});

test('farebox play is asked for what it was started with alone', async () => {
  const offer = await offerFor('play');
  const { setup } = fittedSetup(named('gemma2-9b-it'), { offer, from: offer.prices, at });
  expect(setup.model).toBe('llama-3.1-8b-instant');
});

test('a form that names no model yet gets one without a word', async () => {
  const { setup, notes } = fittedSetup(named(''), {
    ...{ offer: await offerFor('anthropic'), from, at },
  });
  expect(setup.model).toBe('claude-haiku-4-5');
  expect(notes).toEqual([]);
});
