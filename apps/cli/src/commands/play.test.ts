import { memoryLedger } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import { afterEach, describe, expect, it } from 'vitest';
import { leaksIn } from '../fixtures/canaries.js';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { playingFarebox } from '../fixtures/playing-farebox.js';

const call = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Explain a for loop' }],
  stream: true,
  max_completion_tokens: 60,
};

let end: (() => Promise<number>) | undefined;
afterEach(async () => {
  await end?.();
  end = undefined;
});

async function play(argv: readonly string[] = [], options: FakeIoOptions = {}) {
  const playing = await playingFarebox(argv, options);
  end = playing.end;
  return playing;
}

describe('farebox play', () => {
  it('answers the page with the bytes of the provider, and leaves a receipt with the tag caller=play', async () => {
    const simulator = simulate({ seed: 1 });
    const ledger = memoryLedger();
    let sent = '';
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await simulator.fetch(input, init);
      sent = await response.clone().text();
      return response;
    };
    const { post, io } = await play([], { fetch, ledger });
    const response = await post(call);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const text = await response.text();
    expect(text).toBe(sent);
    expect(await end?.()).toBe(0);
    const [receipt, ...others] = await ledger.receipts();
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ outcome: 'completed', tags: { caller: 'play' } });
    expect(receipt?.cost).toEqual({ known: 'reported', amount: simulator.books.cost });
    expect(io.error).toContain('completed · cost $0.0000');
    expect(io.error).toContain('farebox: 1 call, cost $0.0000');
    expect(leaksIn(io.out + io.error + text)).toEqual([]);
  });
});
