import { expect, test } from 'vitest';
import { listName, priceLists } from './price-lists.ts';
import type { ModelInfo, Provider } from './source.ts';

const model = (id: string, rest: Partial<ModelInfo> = {}): ModelInfo => ({
  id,
  match: { equals: id },
  prices: { input_mtok: 1, output_mtok: 2 },
  ...rest,
});
const provider = (id: string, models: ModelInfo[], rest: Partial<Provider> = {}): Provider => ({
  id,
  name: id,
  api_pattern: '',
  pricing_urls: [`https://${id}.example/pricing`],
  models,
  ...rest,
});
const listOf = (id: string, ...providers: Provider[]) =>
  priceLists({ name: 'source 1', providers }, [], '2026-11-24').find(
    (list) => list.provider === id,
  );
const namesIn = (id: string, ...providers: Provider[]) =>
  listOf(id, ...providers)?.models.map((one) => [one.id, ...one.aliases]);

test('a price says where it is from and when it was looked up', () => {
  expect(listOf('maker', provider('maker', [model('one')]))?.models[0]?.prices).toMatchObject([
    { source: 'https://maker.example/pricing, as in source 1', checkedOn: '2026-11-24' },
  ]);
});

test('lists have the names that people write', () => {
  expect(['x-ai', 'huggingface_fireworks-ai', 'openai'].map(listName)).toEqual([
    'xai',
    'huggingface-fireworks-ai',
    'openai',
  ]);
});

test('what is not billed by the token is left out, unless its name says that it is free', () => {
  const speech = model('speech', { prices: { audio_hours: 1 } });
  const plan = model('in-the-plan', { prices: {} });
  const free = model('llama:free', { prices: {} });
  const list = listOf('seller', provider('seller', [speech, plan, free]));
  expect(list?.models.map(({ id }) => id)).toEqual(['llama:free']);
  expect(list?.models[0]?.prices[0]?.bands[0]?.rates).toMatchObject({
    'input.text.fresh': 0,
    'output.text': 0,
  });
});

test('a reseller has the models of others, at the price of its own where its rules cover the name', () => {
  const maker = provider('maker', [
    model('big', { match: { or: [{ equals: 'big' }, { equals: 'big-latest' }] } }),
    model('small'),
  ]);
  const own = model('small-hosted', { match: { starts_with: 'small' } });
  const seller = provider('seller', [own], { fallback_model_providers: ['maker'] });
  expect(namesIn('seller', maker, seller)).toEqual([
    ['big', 'big-latest'],
    ['small-hosted', 'small'],
  ]);
});

test('a name that two models claim, in whatever case, is the id of one rather than the alias of another', () => {
  const first = model('Llama', { match: { or: [{ equals: 'llama' }, { equals: 'other' }] } });
  expect(namesIn('maker', provider('maker', [first, model('Other'), model('llama')]))).toEqual([
    ['Llama'],
    ['Other'],
  ]);
});
