import { expect, it } from 'vitest';
import { addressOf } from './address-of.js';
import { providerOf } from './provider-of.js';

const azureAt = (address: string | undefined) => addressOf(providerOf('azure'), () => address);

it('is the one address where there is one, whatever the environment says', () => {
  expect(addressOf(providerOf('groq'), () => 'https://evil.example')).toBe(
    'https://api.groq.com/openai/v1',
  );
});

it("is the customer's with the path of the API, once", () => {
  expect(azureAt('https://mine.openai.azure.com')).toBe('https://mine.openai.azure.com/openai/v1');
  expect(azureAt('https://mine.openai.azure.com//')).toBe(
    'https://mine.openai.azure.com/openai/v1',
  );
  expect(azureAt('https://mine.openai.azure.com/openai/v1/')).toBe(
    'https://mine.openai.azure.com/openai/v1',
  );
});

it('is none where the variable is not set, or set to nothing', () => {
  expect(azureAt(undefined)).toBeUndefined();
  expect(azureAt('')).toBeUndefined();
});
