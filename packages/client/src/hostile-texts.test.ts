import { type Call, ChatError } from '@farebox/core';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { hostileKeys } from './fixtures/hostile/keys.js';
import { type HostileFetch, hostilePlaces } from './fixtures/hostile/places.js';
import { keySpellings, spellings } from './fixtures/hostile/spellings.js';
import { tracesOf } from './fixtures/hostile/traces.js';
import { fromOpenAI } from './openai/from-openai.js';
import { fetchTransport } from './transport/fetch-transport.js';

const prompt =
  'The patient Ngozi Adichie-Lund, born 1961-03-14, asks <b>"why?"</b> & sings at dawn';
const answer = 'Dear Ngozi, your blood group is AB-, and the vault opens with 4711-0815';
const baseURL = 'https://api.test/v1';
const [oneKey = ''] = hostileKeys;

const transports: Record<string, (apiKey: string, hostile: HostileFetch) => Call> = {
  fetchTransport: (apiKey, hostile) =>
    fetchTransport({ apiKey, baseURL, fetch: (_, init = {}) => hostile(init) }),
  fromOpenAI: (apiKey, hostile) =>
    fromOpenAI(
      new OpenAI({ apiKey, baseURL, fetch: (_, init = {}) => hostile(init as RequestInit) }),
    ),
};
const places = Object.entries(hostilePlaces);

async function failure(call: Call): Promise<ChatError> {
  const request = { model: 'gpt-4o-mini', messages: [{ role: 'user' as const, content: prompt }] };
  const error: unknown = await call(request, {}).then(
    (stream) => stream.completion().catch((late: unknown) => late),
    (early: unknown) => early,
  );
  expect(error).toBeInstanceOf(ChatError);
  return error as ChatError;
}

describe.each(Object.entries(transports))('over %s, no error has', (_, transport) => {
  it.each(places)('the key in any spelling, whoever puts it into %s', async (_place, place) => {
    for (const [spelling, spelled] of Object.entries(keySpellings)) {
      const error = await failure(transport(oneKey, place(spelled(oneKey), answer)));
      expect(tracesOf(oneKey, error), spelling).toEqual([]);
    }
  });

  it.each(hostileKeys)('the key %s, in any place', async (key) => {
    const written = Object.entries(keySpellings);
    for (const [index, [place, hostile]] of places.entries()) {
      const [spelling, spelled] = written[(index + hostileKeys.indexOf(key)) % written.length] ?? [
        '',
        String,
      ];
      for (const text of [key, spelled(key)]) {
        const error = await failure(transport(key, hostile(text, answer)));
        expect(tracesOf(key, error), `${place}, ${spelling}`).toEqual([]);
      }
    }
  });

  it.each(places)('the prompt or the answer, whoever puts them into %s', async (_place, place) => {
    for (const [spelling, spelled] of Object.entries(spellings)) {
      const asked = await failure(transport(oneKey, place(spelled(prompt), answer)));
      expect(tracesOf(prompt, asked), spelling).toEqual([]);
      const answered = await failure(transport(oneKey, place(spelled(answer), answer)));
      if (answered.delivered) expect(tracesOf(answer, answered), spelling).toEqual([]);
      const both = await failure(transport(oneKey, place(spelled(`${oneKey} ${prompt}`), answer)));
      expect([...tracesOf(prompt, both), ...tracesOf(oneKey, both)], spelling).toEqual([]);
    }
  });
});

it('the traces are found where nothing is left out, so that the tests above can fail', () => {
  for (const spelled of Object.values(keySpellings)) {
    const text = spelled(oneKey);
    if (!text.includes('*') && !text.startsWith('ab ')) {
      expect(tracesOf(oneKey, new Error(text)), text).not.toEqual([]);
    }
  }
});
