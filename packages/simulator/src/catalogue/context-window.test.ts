import * as published from 'gpt-tokenizer/models';
import { expect, it } from 'vitest';
import { listedModels } from '../books/rates.js';
import { contextWindow } from './context-window.js';

interface Published {
  readonly name: string;
  readonly context_window?: number;
}

it.each([
  ['gpt-4o-mini', 128_000],
  ['gpt-4.1-nano-2025-04-14', 1_047_576],
  ['o1-mini', 128_000],
  ['o4-mini', 200_000],
  ['gpt-5-mini', 400_000],
  ['gpt-5-chat-latest', 128_000],
  ['gpt-5.2', 400_000],
  ['gpt-5.4-mini', 400_000],
  ['gpt-5.4', 1_050_000],
  ['gpt-5.6-luna', 1_050_000],
  ['gpt-6.1-sol', 1_050_000],
])('%s has a window of %d tokens', (name, tokens) => {
  expect(contextWindow(name)).toBe(tokens);
});

it('every model that gpt-tokenizer knows, under any of its names, has the window it says', () => {
  const windows = new Map(
    (Object.values(published) as Published[]).map((model) => [model.name, model.context_window]),
  );
  const names = listedModels.flatMap(({ id, aliases }) => [id, ...aliases]);
  const known = names.filter((name) => windows.get(name) !== undefined);
  expect(known.length).toBeGreaterThan(20);
  for (const name of known) expect([name, contextWindow(name)]).toEqual([name, windows.get(name)]);
});

it('every model with a price for long prompts has room for one', () => {
  for (const { id, tariffOf } of listedModels) {
    const rates = (promptTokens: number) =>
      tariffOf({ at: Date.UTC(2026, 10, 24), promptTokens }).rates;
    const isDearer = rates(272_001).freshInput > rates(272_000).freshInput;
    if (isDearer) expect([id, contextWindow(id) > 272_001]).toEqual([id, true]);
  }
});
