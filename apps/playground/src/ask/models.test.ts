import { openaiPrices } from '@farebox/core/prices/openai';
import { simulate } from '@farebox/simulator';
import { expect, test } from 'vitest';
import { modelChoices } from './models.js';

const at = Date.UTC(2026, 10, 24);

test('prices are per million tokens, as price lists have them', () => {
  expect(modelChoices(openaiPrices, at).find(({ id }) => id === 'gpt-4o-mini')?.prices).toBe(
    '$0.15 in · $0.60 out per million tokens',
  );
});

test('the simulator answers as every model on offer', async () => {
  const response = await simulate().fetch('http://simulator/v1/models');
  const { data } = (await response.json()) as { data: { id: string }[] };
  const served = data.map(({ id }) => id);
  expect(served).toEqual(
    expect.arrayContaining(modelChoices(openaiPrices, at).map(({ id }) => id)),
  );
});
