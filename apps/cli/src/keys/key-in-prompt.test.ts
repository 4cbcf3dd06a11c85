import { simulate } from '@farebox/simulator';
import { describe, expect, it, test } from 'vitest';
import { farebox } from '../fixtures/farebox.js';

const key = 'sk-canary-0123456789-wxyz';

/** Asks, and tells also what reached the provider. */
async function ask(...argv: readonly string[]) {
  const simulator = simulate();
  const result = await farebox(argv, { openSimulator: async () => simulator.fetch });
  expect(`${result.error}${result.code === 0 ? '' : result.out}`).not.toContain('canary');
  return { ...result, requests: simulator.books.requests };
}

test.each([[[key]], [['ask', key]], [[` ${key}\n`]], [['-q', key]]])(
  'a key alone (%#) is refused as one, and not sent',
  async (argv) => {
    const { code, out, error, requests } = await ask(...argv);
    expect({ code, out, requests }).toEqual({ code: 2, out: '', requests: [] });
    expect(error).toContain('There is a key on the command line');
    expect(error).toContain('farebox keys set');
  },
);

describe('a key among other words', () => {
  it.each([[['What', 'is', `${key}?`]], [[`What is ${key}`]], [['-q', `What is ${key}`]]])(
    'is sent with a warning (%#)',
    async (argv) => {
      const { code, error, requests } = await ask(...argv);
      expect(code).toBe(0);
      expect(error).toContain('farebox: warning: There is a key on the command line');
      expect(requests).toHaveLength(1);
    },
  );

  it('that only begins like one is a word', async () => {
    expect((await ask('What does sk- mean in a key?')).error).not.toContain('warning');
  });
});
