import { expect, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

test('every model of a provider stands on a line with its rates', async () => {
  const { code, out, error } = await farebox(['models', '--provider', 'openai']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatch(/^openai, \$ per million +input +output +most output$/m);
  expect(out).toMatch(/^gpt-4o-mini +0\.15 +0\.60 +16,384$/m);
  expect(out).toMatch(/^gpt-5\.4 +2\.50\+ +15\.00\+ /m);
});

test('a plus marks what costs otherwise at other hours', async () => {
  const { out } = await farebox(['models', '--provider', 'deepseek']);
  expect(out).toMatch(/^deepseek-chat +0\.135\+ +0\.55\+/m);
});

test('all providers together fit 80 columns, long names included', async () => {
  const { out } = await farebox(['models']);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out.match(/\$ per million/g)?.length).toBeGreaterThan(20);
  expect(out.split('\n').length).toBeGreaterThan(1_000);
});

test('a price that is not known is called so, and is never 0', async () => {
  const { models } = JSON.parse((await farebox(['models', '--json'])).out);
  interface Model {
    inputUsdPerMillion: string | null;
    outputUsdPerMillion: string | null;
  }
  const unknown = models.flatMap(({ inputUsdPerMillion, outputUsdPerMillion }: Model) =>
    [inputUsdPerMillion, outputUsdPerMillion].filter((usd) => usd === null),
  );
  const { out } = await farebox(['models']);
  expect(unknown.length).toBeGreaterThan(0);
  expect(out.match(/ unknown/g)?.length).toBe(unknown.length);
  expect(models.length).toBeGreaterThan(1_000);
});

test('--json prints one object', async () => {
  const { out } = await farebox(['models', '--json', '--provider', 'openai']);
  const { models } = JSON.parse(out);
  expect(models).toContainEqual({
    provider: 'openai',
    model: 'gpt-4o-mini',
    aliases: expect.arrayContaining(['gpt-4o-mini-2024-07-18']),
    inputUsdPerMillion: '0.15',
    outputUsdPerMillion: '0.60',
    maxOutputTokens: 16_384,
  });
});

test('a provider without a list exits 1 with the nearest ones', async () => {
  const { code, out, error } = await farebox(['models', '--provider', 'antropic']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(/no price list of antropic\.\n {2}fix: The nearest are anthropic/);
});
