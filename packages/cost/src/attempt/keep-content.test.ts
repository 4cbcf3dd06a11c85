import { type ChatRequest, user } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { memoryLedger } from '../memory/memory-ledger.js';
import { meter } from '../meter.js';
import { scope } from '../scope.js';
import { type OpenAttemptOptions, openAttempt } from './open-attempt.js';

const request: ChatRequest = {
  model: 'gpt-4o-mini',
  max_completion_tokens: 1000,
  messages: [user('Hello')],
};
const now = () => Date.UTC(2026, 10, 1);

function open(options: Partial<OpenAttemptOptions> = {}) {
  const ledger = memoryLedger({ now });
  const scopes = [scope({ id: 'session', limitUsd: '0.0002' })];
  const all = { ledger, scopes, request, now, storeContent: true, fit: { leastTokens: 1 } };
  return { ledger, opening: openAttempt({ ...all, ...options }) };
}

describe('storeContent', () => {
  it('keeps the request as it was sent, with the ceiling that the money bought', async () => {
    const { ledger, opening } = open();
    const attempt = await opening;
    expect(attempt.request.max_completion_tokens).toBeLessThan(1000);
    await attempt.settle({ choices: [] });
    const [receipt] = await ledger.receipts({ content: true });
    expect(receipt?.content).toEqual({ request: attempt.request, choices: [], truncated: false });
  });

  it('keeps it as it was when it left, whatever becomes of the conversation meanwhile', async () => {
    const messages = [user('Hello')];
    const { ledger, opening } = open({ request: { ...request, messages } });
    const attempt = await opening;
    messages.push(user('And now?'));
    await attempt.settle({ choices: [] });
    const [receipt] = await ledger.receipts({ content: true });
    expect(receipt?.content?.request.messages).toEqual([user('Hello')]);
  });

  it('keeps of an answer of another shape what there is of it', async () => {
    const { ledger, opening } = open();
    await (await opening).settle({});
    const [receipt] = await ledger.receipts({ content: true });
    expect(receipt?.content?.choices).toEqual([]);
  });

  it.each(['true', 'false', 1, null, {}, [1]])(
    'refuses %j, before anything is reserved',
    async (wrong) => {
      const storeContent = wrong as unknown as boolean;
      const { ledger, opening } = open({ storeContent });
      const refused = { kind: 'configuration', message: expect.stringContaining('storeContent') };
      await expect(opening).rejects.toMatchObject(refused);
      expect(await ledger.balance('session')).toMatchObject({ reserved: 0n });
      expect(() => meter({ ledger, storeContent })).toThrow(expect.objectContaining(refused));
    },
  );
});
