import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';
import { notSimulated } from './not-simulated.js';

const asking: Record<string, Record<string, unknown>> = {
  web_search_options: { web_search_options: {} },
  modalities: { modalities: ['text', 'audio'] },
  audio: { audio: { voice: 'alloy', format: 'wav' } },
  moderation: { moderation: { model: 'omni-moderation-latest' } },
};

describe('what is not simulated', () => {
  it.each(notSimulated.map((one) => [one.param, one] as const))(
    '%s is refused, and the README says why',
    async (param, { message, code, why }) => {
      expect(await errorOf(ask(simulate(), asking[param]))).toEqual({
        status: 400,
        type: 'invalid_request_error',
        message,
        param,
        code,
      });
      const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
      const line = readme.split('\n').find((text) => text.includes(`\`${param}\``));
      expect(line).toContain(why);
    },
  );

  it('an earlier answer in sound was never given', async () => {
    const messages = [
      { role: 'user', content: 'Sing' },
      { role: 'assistant', audio: { id: 'audio_1' } },
    ];
    expect(await errorOf(ask(simulate(), { messages }))).toMatchObject({
      status: 400,
      param: 'messages[1].audio.id',
    });
  });

  it('what is asked for with null is not asked for', async () => {
    const request = { audio: null, moderation: null, modalities: null };
    expect((await ask(simulate(), request)).status).toBe(200);
  });
});
