import { expect, test } from 'vitest';
import { offerFor } from '../connection/fixtures/offer-for.js';
import { firstSetup } from '../workbench/presets.js';
import { askedColumn, goOnProblem, guessOf, questionOf } from './asked-column.js';
import { type CallState, idleCall } from './call-state.js';

const at = Date.UTC(2026, 10, 24);
const streaming: CallState = { ...idleCall, phase: 'streaming', text: 'x'.repeat(4000) };

async function askedOf(choice: string, model: string) {
  const offer = await offerFor(choice);
  return askedColumn(firstSetup, { key: 1, model }, { offer, at });
}

test('a guess is at the prices of who was asked, whoever is chosen since', async () => {
  // $5 per million tokens that it writes, and $0.60.
  const claude = guessOf(streaming, await askedOf('anthropic', 'claude-haiku-4-5'));
  const mini = guessOf(streaming, await askedOf('simulator', 'gpt-4o-mini'));
  expect(claude?.outputTokens).toBe(1000);
  expect(Number(claude?.cost)).toBeGreaterThan(1000 * 5_000_000);
  expect(Number(mini?.cost)).toBeLessThan(1000 * 700_000);
});

test('the guess of a server of one’s own is $0, and that of a model without a price is none', async () => {
  expect(guessOf(streaming, await askedOf('ollama', 'llama3.2'))?.cost).toBe(0n);
  expect(guessOf(streaming, await askedOf('groq', 'gpt-4o-mini'))?.cost).toBeUndefined();
});

test('only what is under way is guessed', async () => {
  expect(guessOf(idleCall, await askedOf('simulator', 'gpt-4o-mini'))).toBeUndefined();
  expect(guessOf(streaming, undefined)).toBeUndefined();
});

test('a chart of a run has the prices and the model that it was asked with', async () => {
  const question = questionOf(await askedOf('gemini', 'gemini-2.5-pro'), idleCall);
  expect(question).toMatchObject({ model: 'gemini-2.5-pro', prices: { provider: 'google' }, at });
});

test('results of functions go to who called for them, and to nobody else', async () => {
  const asked = await askedOf('anthropic', 'claude-haiku-4-5');
  expect(goOnProblem(asked, await offerFor('anthropic'))).toBeUndefined();
  expect(goOnProblem(asked, await offerFor('simulator'))).toContain('asked of Anthropic');
  expect(goOnProblem(asked, undefined)).toContain('asked of Anthropic');
});
