import { expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';
import { countsWithO200k } from './counts-with-o200k.js';

it('gpt-4o and everything after it do; gpt-4 and gpt-3.5 do not', () => {
  const names = ['gpt-4o-mini', 'gpt-4.1', 'gpt-4.5-preview', 'chatgpt-4o-latest', 'o1', 'gpt-5'];
  expect(names.filter(countsWithO200k)).toEqual(names);
  const others = ['gpt-4', 'gpt-4-turbo-2024-04-09', 'gpt-3.5-turbo', 'gpt-35-turbo'];
  expect(others.filter(countsWithO200k)).toEqual([]);
});

it('the books say of a prompt counted with another tokenizer that it is estimated', async () => {
  const simulator = simulate();
  await (await ask(simulator, { model: 'gpt-4-turbo' })).text();
  await (await ask(simulator)).text();
  expect(simulator.books.requests.map(({ estimated }) => estimated)).toEqual([true, false]);
});
