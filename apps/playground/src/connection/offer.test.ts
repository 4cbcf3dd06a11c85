import { expect, test } from 'vitest';
import { priceWords } from '../ask/models.js';
import { directProviders } from './direct-access.js';
import { offerFor } from './fixtures/offer-for.js';
import { isOffered, moneyWords } from './offer.js';

const at = Date.UTC(2026, 10, 24);
test.each(['simulator', 'play', ...directProviders])(
  'the model that %s begins with is one that it offers, at a known price',
  async (id) => {
    const offer = await offerFor(id);
    expect(offer.id).toBe(id);
    expect(offer.first === undefined).toBe(offer.prices.isFree === true);
    if (offer.first !== undefined) expect(isOffered(offer, offer.first, at)).toBe(true);
    expect(isOffered(offer, ' ', at)).toBe(false);
    // Or they are typed.
    expect(offer.names.length > 0).toBe(offer.prices.isFree !== true);
    if (offer.first !== undefined) expect(offer.names).toContain(offer.first);
    for (const name of offer.names) {
      expect(priceWords(offer.prices, name, at)).not.toContain('refuses');
    }
  },
);

test('each has the prices of its own provider, and the simulator those of OpenAI', async () => {
  const listOf = async (id: string) => (await offerFor(id)).prices.provider;
  expect(await listOf('simulator')).toBe('openai');
  expect(await listOf('anthropic')).toBe('anthropic');
  expect(await listOf('gemini')).toBe('google');
  expect(await listOf('play')).toBe('groq');
  expect(await listOf('ollama')).toBe('local');
});

test('a model of one provider is none of another', async () => {
  const anthropic = await offerFor('anthropic');
  expect(isOffered(anthropic, 'claude-haiku-4-5', at)).toBe(true);
  expect(isOffered(anthropic, 'gpt-4o-mini', at)).toBe(false);
  expect(isOffered(await offerFor('simulator'), 'claude-haiku-4-5', at)).toBe(false);
  // Google's price list has it, and the Gemini API does not.
  const gemini = await offerFor('gemini');
  expect(isOffered(gemini, 'claude-haiku-4-5', at)).toBe(false);
  expect(gemini.names.filter((name) => name.startsWith('claude'))).toEqual([]);
});

test('through farebox play there are the models that it was started with, and no others', async () => {
  const play = await offerFor('play');
  expect(play).toMatchObject({ first: 'llama-3.1-8b-instant', only: ['llama-3.1-8b-instant'] });
  expect(isOffered(play, 'gemma2-9b-it', at)).toBe(false);
});

test('a server of this machine offers whatever name is typed', async () => {
  expect(isOffered(await offerFor('ollama'), 'my-own:7b', at)).toBe(true);
});

test('whose money it is is said as it is', async () => {
  expect(moneyWords(await offerFor('simulator'))).toBe('simulated money');
  expect(moneyWords(await offerFor('openai'))).toBe('real money');
  expect(moneyWords(await offerFor('play'))).toBe('real money');
  expect(moneyWords(await offerFor('ollama'))).toBe('free of charge');
});
