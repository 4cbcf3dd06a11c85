import * as published from 'gpt-tokenizer/models';
import { expect, it } from 'vitest';
import { listedModels } from '../books/rates.js';
import { isForResponsesOnly, isServed } from './endpoint.js';

interface Published {
  readonly name: string;
  readonly supported_endpoints?: readonly string[];
}

it('a model chats exactly where gpt-tokenizer says that it does', () => {
  const endpoints = new Map(
    (Object.values(published) as Published[]).map((model) => [
      model.name,
      model.supported_endpoints,
    ]),
  );
  const names = listedModels.flatMap(({ id, aliases }) => [id, ...aliases]);
  const known = names.filter((name) => endpoints.get(name) !== undefined);
  expect(known.some(isForResponsesOnly)).toBe(true);
  for (const name of known) {
    const chats = endpoints.get(name)?.includes('chat_completions');
    expect([name, !isForResponsesOnly(name)]).toEqual([name, chats]);
  }
});

it('models of another tokenizer, of others’ servers, and without an output limit are not served', () => {
  for (const id of ['gpt-3.5-turbo', 'gpt-4', 'gpt-4-turbo', 'gpt-oss-20b']) {
    expect(isServed(id, 4096)).toBe(false);
  }
  expect(isServed('gpt-4o-transcribe', undefined)).toBe(false);
  for (const id of ['gpt-4o', 'gpt-4.1', 'gpt-4.5-preview']) expect(isServed(id, 4096)).toBe(true);
});
