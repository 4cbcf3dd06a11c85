import { openaiPrices } from '@farebox/core/prices/openai';
import { simulate } from '@farebox/simulator';
import { expect, test } from 'vitest';
import { modelNames } from './models.js';
import { takesTemperature } from './takes-temperature.js';

test.each(modelNames(openaiPrices, Date.now()))(
  'the temperature of %s can be chosen just where the provider takes one',
  async (model) => {
    const response = await simulate().fetch('http://simulator/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model, temperature: 0, messages: [{ role: 'user', content: 'Hi' }] }),
    });
    expect(response.status).toBe(takesTemperature(model) ? 200 : 400);
  },
);
