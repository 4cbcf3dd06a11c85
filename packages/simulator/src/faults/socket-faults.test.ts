import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { inWords } from '../fixtures/what-fetch-shows.js';
import { simulate } from '../simulate.js';
import type { FaultName } from './faults.js';

const stream = { stream: true, stream_options: { include_obfuscation: false } };

/** The reply to a request with one fault, and a way to take one read of it. */
async function withFault(fault: FaultName, init: RequestInit = {}) {
  const clock = virtualClock();
  const simulator = simulate({ seed: 1, clock, faults: [fault], answers: ['Ä loop 👩‍👩‍👧.'] });
  const response = await ask(simulator, stream, init);
  const reader = response.body?.getReader();
  const read = async () => new TextDecoder('latin1').decode((await reader?.read())?.value);
  return { clock, simulator, reader, read };
}

describe('split-bytes', () => {
  it('is one byte for each read, and nothing is lost', async () => {
    const { reader } = await withFault('split-bytes');
    const bytes: number[] = [];
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      expect(read.value).toHaveLength(1);
      bytes.push(...read.value);
    }
    const whole = await (
      await ask(simulate({ seed: 1, answers: ['Ä loop 👩‍👩‍👧.'] }), stream)
    ).text();
    const created = /"created":\d+/g;
    const text = new TextDecoder().decode(Uint8Array.from(bytes));
    expect(text.replace(created, '')).toBe(whole.replace(created, ''));
  });
});

describe('dribble', () => {
  it('is whole events at once, then a byte for each second, on the clock', async () => {
    const { clock, read } = await withFault('dribble');
    expect((await read()).split('\n\n')).toHaveLength(4);
    for (const byte of 'data: {') {
      let got = '';
      const next = read().then((text) => {
        got = text;
      });
      await clock.advance(999);
      expect(got).toBe('');
      await clock.advance(1);
      await next;
      expect(got).toBe(byte);
    }
  });

  it('never brings the end of its event', async () => {
    const { clock, read } = await withFault('dribble');
    let text = '';
    const reading = (async () => {
      await read();
      for (;;) text += await read();
    })();
    reading.catch(() => {});
    await clock.advance(3_600_000);
    expect(text).toMatch(/^data: \{.*\}$/);
  });

  it('ends with its client, and leaves no timer', async () => {
    for (const how of ['abort', 'cancel'] as const) {
      const client = new AbortController();
      const { clock, simulator, reader, read } = await withFault('dribble', {
        signal: client.signal,
      });
      await read();
      const waiting = read().catch((error) => error);
      await clock.advance(500);
      expect(clock.pending).toBe(1);
      if (how === 'abort') {
        client.abort(new Error('no longer'));
        expect(await waiting).toMatchObject({ message: 'no longer' });
      } else {
        await reader?.cancel();
        expect(await waiting).toBe('');
      }
      expect(clock.pending).toBe(0);
      expect(simulator.books.requests[0]?.ended).toBe('disconnected');
    }
  });
});

describe('gzip-bomb', () => {
  it('is made as it is read, ends with its client, and bills it as one that left', async () => {
    for (const how of ['abort', 'cancel'] as const) {
      const client = new AbortController();
      const { simulator, reader, read } = await withFault('gzip-bomb', { signal: client.signal });
      expect(await read()).toBe('data: {"padding":"');
      for (let count = 0; count < 100; count++) expect(await read()).toMatch(/^0{65536}$/);
      if (how === 'abort') {
        client.abort(new Error('no longer'));
        await expect(reader?.read()).rejects.toThrow('no longer');
      } else {
        await reader?.cancel();
      }
      const [line] = simulator.books.requests;
      expect(line).toMatchObject({ ended: 'disconnected', sentTokens: 0 });
      expect(line?.usage.prompt_tokens).toBeGreaterThan(0);
    }
  });
});

describe('what is not answered', () => {
  const unanswered = [
    'reset-before-headers',
    'reset-in-headers',
    'not-http',
    'huge-headers',
    'stale-connection',
  ] as const;

  it.each(unanswered)(
    '%s bills the whole answer when it says so, and nothing when not',
    async (fault) => {
      const whole = simulate();
      await (await ask(whole, stream)).text();
      for (const billed of [true, false]) {
        const simulator = simulate({ faults: [{ fault, billed }] });
        await expect(ask(simulator, stream)).rejects.toThrow('fetch failed');
        const [line] = simulator.books.requests;
        expect(line).toMatchObject({ status: 0, ended: 'failed', sentTokens: 0 });
        expect(line?.cost).toBe(billed ? whole.books.cost : 0n);
      }
    },
  );

  it('bills a third of the time when it does not say', async () => {
    const simulator = simulate({ seed: 1, faults: Array(90).fill('reset-before-headers') });
    for (let run = 0; run < 90; run++) await ask(simulator).catch(() => {});
    const billed = simulator.books.requests.filter(({ cost }) => cost > 0n).length;
    expect(billed).toBeGreaterThan(15);
    expect(billed).toBeLessThan(45);
  });
});

describe('slow-headers', () => {
  it('ends when Node.js gives up, after 300 seconds, or when the client leaves before', async () => {
    const clock = virtualClock();
    const simulator = simulate({ clock, faults: ['slow-headers', 'slow-headers'] });
    let settled: unknown;
    const reply = ask(simulator, stream).catch((error) => {
      settled = error;
    });
    await clock.advance(299_999);
    expect(settled).toBeUndefined();
    await clock.advance(1);
    await reply;
    expect(inWords(settled)).toBe(
      'TypeError: fetch failed < HeadersTimeoutError: Headers Timeout Error (UND_ERR_HEADERS_TIMEOUT)',
    );
    const client = new AbortController();
    const left = ask(simulator, stream, { signal: client.signal });
    await clock.advance(1);
    client.abort(new Error('no longer'));
    await expect(left).rejects.toThrow('no longer');
    expect(clock.pending).toBe(0);
    const ends = simulator.books.requests.map(({ ended }) => ended);
    expect(ends).toEqual(['disconnected', 'disconnected']);
  });
});

it('a body that breaks is billed for a part of what was not sent, as reset is', async () => {
  for (const fault of ['reset', 'reset-unframed', 'short-body', 'cut-in-chunk'] as const) {
    const simulator = simulate({ seed: 1, faults: [fault] });
    await (await ask(simulator, stream)).text().catch(() => {});
    const [line] = simulator.books.requests;
    expect(line).toMatchObject({ ended: 'failed', sentTokens: 2 });
    expect(line?.usage.completion_tokens).toBeGreaterThan(2);
  }
});
