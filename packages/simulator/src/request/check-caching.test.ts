import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const content = [{ type: 'text', text: 'Hi', prompt_cache_breakpoint: { mode: 'explicit' } }];
const settings = {
  prompt_cache_options: { prompt_cache_options: { mode: 'explicit' } },
  prompt_cache_breakpoint: { messages: [{ role: 'user', content }] },
};

describe.each(Object.entries(settings))('%s', (param, setting) => {
  it('is refused by every model before GPT-5.6', async () => {
    for (const model of ['gpt-4o-mini', 'o4-mini', 'gpt-5', 'gpt-5.5']) {
      expect(await errorOf(ask(simulate(), { model, temperature: 1, ...setting }))).toEqual({
        status: 400,
        type: 'invalid_request_error',
        message: `${param} is not supported on this model`,
        param,
        code: 'invalid_parameter',
      });
    }
  });

  it('is taken from GPT-5.6 on', async () => {
    for (const model of ['gpt-5.6', 'gpt-5.6-luna', 'gpt-6-astra']) {
      const { status } = await ask(simulate(), { model, temperature: 1, ...setting });
      expect(status).toBe(200);
    }
  });
});

it('a lifetime that OpenAI does not have is refused', async () => {
  const request = { model: 'gpt-5.6', temperature: 1, prompt_cache_options: { ttl: '5m' } };
  expect(await errorOf(ask(simulate(), request))).toMatchObject({
    status: 400,
    param: 'prompt_cache_options.ttl',
  });
});

it('gpt-5.5 and later keep a prompt for a day or do not say, and not in memory', async () => {
  const asking = (model: string, retention: string) =>
    ask(simulate(), { model, temperature: 1, prompt_cache_retention: retention });
  expect(await errorOf(asking('gpt-5.5', 'in_memory'))).toMatchObject({
    status: 400,
    param: 'prompt_cache_retention',
    code: 'unsupported_value',
  });
  expect((await asking('gpt-5.5', '24h')).status).toBe(200);
  expect((await asking('gpt-5.4', 'in_memory')).status).toBe(200);
});
