import { inspect } from 'node:util';
import { memoryLedger } from '@farebox/cost';
import { describe, expect, it } from 'vitest';
import type { ChatClientOptions } from './client-options.js';
import { setUp } from './fixtures/set-up.js';

const apiKey = '5ca1ab1e0ddba11decade0ff1cebeef5';
const words = ['canary-system', 'canary-prompt', 'canary-answer'];

/** A client whose provider repeats its key in the answer, and everything that it and its ledger then say. */
async function talk(options: Partial<ChatClientOptions> = {}) {
  const ledger = memoryLedger();
  const events: unknown[] = [];
  const { client } = setUp(
    {
      ledger,
      apiKey,
      system: 'canary-system',
      observe: (event) => events.push(event),
      retry: false,
      ...options,
    },
    { text: `canary-answer, ${apiKey}` },
    { text: 'canary-answer', cut: true },
  );
  const answer = await client.ask(`canary-prompt, and ${apiKey}`);
  await expect(client.ask('canary-prompt')).rejects.toMatchObject({ kind: 'truncated' });
  const stored = await ledger.receipts({ content: true });
  return { answer, stored, said: inspect([events, answer.receipts], { depth: 9 }), ledger };
}

describe('storeContent', () => {
  it('is off: nothing of a prompt or an answer is in a receipt', async () => {
    const { stored, said } = await talk();
    expect(stored).toHaveLength(2);
    for (const word of [...words, apiKey]) {
      expect(inspect(stored, { depth: 9 })).not.toContain(word);
      expect(said).not.toContain(word);
    }
  });

  it('keeps what was sent and what came, the part of a cut answer too, and leaves the key out', async () => {
    const { stored, said, ledger } = await talk({ storeContent: true, temperature: 0.3 });
    const [whole, cut] = stored.map(({ content }) => content);
    expect(whole).toEqual({
      request: expect.objectContaining({
        model: 'gpt-4o-mini',
        temperature: 0.3,
        messages: [
          { role: 'system', content: 'canary-system' },
          { role: 'user', content: 'canary-prompt, and [redacted]' },
        ],
      }),
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          logprobs: null,
          message: { role: 'assistant', content: 'canary-answer, [redacted]', refusal: null },
        },
      ],
      truncated: false,
    });
    expect(whole?.request).not.toHaveProperty('storeContent');
    expect(cut?.choices).toMatchObject([
      { finish_reason: null, message: { content: 'canary-answer' } },
    ]);
    expect(inspect(stored, { depth: 9 })).not.toContain(apiKey);
    // Receipts that are handed to observers and answers, and lists that do not ask, stay without it.
    for (const word of words) {
      expect(said).not.toContain(word);
      expect(inspect(await ledger.receipts(), { depth: 9 })).not.toContain(word);
    }
  });

  it('keeps the beginning of an answer of 16 MB, and says how much more there was', async () => {
    const ledger = memoryLedger();
    const options = { ledger, storeContent: true, max_completion_tokens: 16_384 };
    const { client } = setUp(options, { text: ` ${'word\n'.repeat(33_587)}`.repeat(100) });
    const answer = await client.ask('Hello?');
    expect(answer.text).toHaveLength(16_793_600);
    const [receipt] = await ledger.receipts({ content: true });
    const kept = receipt?.content?.choices[0]?.message?.content ?? '';
    expect(kept).toMatch(/…\[165\d{5} more characters\]$/);
    expect(kept.length).toBeLessThan(262_200);
    expect(receipt?.content?.truncated).toBe(true);
  }, 60_000);

  it('refuses what says neither yes nor no, because a text is true', () => {
    for (const storeContent of ['false', 'no', 0, null, []]) {
      expect(() => setUp({ storeContent } as never)).toThrow('storeContent is neither');
    }
  });
});
