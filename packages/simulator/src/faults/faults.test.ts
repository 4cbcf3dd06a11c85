import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { parseEvents, type SentChunk } from '../fixtures/read-events.js';
import { streaming } from '../fixtures/reply-under.js';
import { withFault } from '../fixtures/with-fault.js';
import { simulate } from '../simulate.js';
import { parseFaultHeader } from './fault-header.js';
import { faults } from './faults.js';

const finishes = (text: string) => text.includes('"finish_reason":"stop"');

describe('faults that answer in place of the model', () => {
  it.each([
    ['unauthorized', 401, 'invalid_api_key', 'refused'],
    ['rate-limit', 429, 'rate_limit_exceeded', 'refused'],
    ['quota', 429, 'insufficient_quota', 'refused'],
    [{ fault: 'server-error', billed: false }, 500, null, 'failed'],
    [{ fault: 'unavailable', billed: false }, 503, null, 'failed'],
    ['json-error', 200, null, 'refused'],
  ] as const)('%j is %i with code %s, and costs nothing', async (fault, status, code, ended) => {
    const { response, text, line } = await withFault(fault);
    expect(response.status).toBe(status);
    expect((JSON.parse(text) as { error: unknown }).error).toMatchObject({ code });
    expect(line).toMatchObject({ status, cost: 0n, ended });
    expect(line?.usage.total_tokens).toBe(0);
  });

  it('rate-limit names the wait in both headers and in words when asked, else nowhere', async () => {
    const simulator = simulate({
      faults: [{ fault: 'rate-limit', retryAfterMs: 1500 }, 'rate-limit'],
    });
    const asked = await ask(simulator);
    expect(asked.headers.get('retry-after')).toBe('2');
    expect(asked.headers.get('retry-after-ms')).toBe('1500');
    expect((await errorOf(Promise.resolve(asked))).message).toContain('Please try again in 1.5s.');
    const silent = await ask(simulator);
    expect(silent.headers.get('retry-after')).toBeNull();
    expect((await errorOf(Promise.resolve(silent))).message).not.toContain('try again');
  });

  it('html is a login page under 200', async () => {
    const { response, text } = await withFault('html');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toMatch(/^<!DOCTYPE html>/);
  });
});

describe('a 5xx', () => {
  it.each(['server-error', 'unavailable', 'gateway-timeout'] as const)(
    '%s bills the whole answer that was never sent, when it says so',
    async (fault) => {
      const whole = (await withFault('ok')).line?.usage;
      const { response, line } = await withFault({ fault, billed: true });
      expect(response.status).toBeGreaterThanOrEqual(500);
      expect(line).toMatchObject({ status: response.status, ended: 'failed', sentTokens: 0 });
      expect(line?.usage).toEqual(whole);
      expect(line?.cost).toBeGreaterThan(0n);
    },
  );

  it('bills a third of the time when it does not say, and the same ones for the same seed', async () => {
    const billed = async (seed: number) => {
      const simulator = simulate({ seed, faults: Array(90).fill('server-error') });
      for (let run = 0; run < 90; run++) await ask(simulator);
      return simulator.books.requests.map(({ cost }) => cost > 0n);
    };
    const first = await billed(1);
    expect(await billed(1)).toEqual(first);
    const share = first.filter(Boolean).length;
    expect(share).toBeGreaterThan(15);
    expect(share).toBeLessThan(45);
  });

  it('bills nothing for a request that the model would have refused', async () => {
    const step = { fault: 'server-error', billed: true } as const;
    const { response, line } = await withFault(step, { temperature: 99 });
    expect(response.status).toBe(500);
    expect(line).toMatchObject({ cost: 0n, ended: 'failed' });
  });

  it('is billed or not by the header of the request', async () => {
    const simulator = simulate();
    for (const billed of ['true', 'false']) {
      await ask(
        simulator,
        {},
        { headers: { 'x-simulator-fault': `server-error; billed=${billed}` } },
      );
    }
    expect(simulator.books.requests.map(({ cost }) => cost > 0n)).toEqual([true, false]);
  });
});

describe('faults of the stream', () => {
  it('cut closes cleanly after so many chunks, before the finish', async () => {
    const { text, end, line } = await withFault({ fault: 'cut', afterChunks: 2 });
    expect(parseEvents(text)).toHaveLength(2);
    expect(end).toBe('closed');
    expect(line).toMatchObject({ ended: 'failed', usage: { completion_tokens: 1 } });
  });

  it('stall stays open after so many chunks, until the client leaves', async () => {
    const { text, end, line } = await withFault({ fault: 'stall', afterChunks: 4 });
    expect(parseEvents(text)).toHaveLength(4);
    expect(end).toBe('open');
    expect(line).toMatchObject({ ended: 'disconnected', sentTokens: 3 });
  });

  it('reset breaks the body after so many chunks', async () => {
    const { text, end, line } = await withFault({ fault: 'reset', afterChunks: 1 });
    expect(parseEvents(text)).toHaveLength(1);
    expect(end).toBe('broken');
    expect(line?.ended).toBe('failed');
  });

  it('error-event ends a begun stream with an error', async () => {
    const { text, end, line } = await withFault({ fault: 'error-event', afterChunks: 3 });
    const events = parseEvents(text).map((event) => JSON.parse(event) as SentChunk);
    expect(events).toHaveLength(4);
    expect(events[3]).toMatchObject({ error: { type: 'server_error' } });
    expect(end).toBe('closed');
    expect(line?.usage.completion_tokens).toBe(2);
  });

  it('error-event as the first event comes before generation and is not billed', async () => {
    const { text, line } = await withFault({ fault: 'error-event', afterChunks: 0 });
    expect(parseEvents(text)).toHaveLength(1);
    expect(line).toMatchObject({ cost: 0n, ended: 'failed', status: 200 });
  });

  it('silent sends the role and stays open', async () => {
    const { text, end } = await withFault('silent');
    expect(parseEvents(text)).toHaveLength(1);
    expect(text).toContain('"role":"assistant"');
    expect(end).toBe('open');
  });

  it('no-done leaves out [DONE] and nothing else', async () => {
    const { text, end, line } = await withFault('no-done');
    expect(finishes(text)).toBe(true);
    expect(text).toContain('"choices":[]');
    expect(text).not.toContain('[DONE]');
    expect(end).toBe('closed');
    expect(line?.ended).toBe('completed');
  });

  it('open-after-done sends everything and stays open', async () => {
    const { text, end, line } = await withFault('open-after-done');
    expect(parseEvents(text).at(-1)).toBe('[DONE]');
    expect(end).toBe('open');
    expect(line?.ended).toBe('completed');
  });

  it('after-done goes on with a comment and a chunk', async () => {
    const { text } = await withFault('after-done');
    const [, after] = text.split('data: [DONE]\n\n');
    expect(after).toMatch(/^: after done\n\ndata: \{.*"after \[DONE\]"/);
  });

  it('no-usage leaves out the usage that was asked for', async () => {
    const { text } = await withFault('no-usage');
    expect(finishes(text)).toBe(true);
    expect(text).not.toContain('prompt_tokens');
  });

  it('json-reply answers a streaming request with one completion', async () => {
    const { response, text } = await withFault('json-reply');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(text)).toMatchObject({ object: 'chat.completion' });
  });

  it('a JSON reply can be cut and stalled, too', async () => {
    const cut = await withFault('cut', {});
    expect(() => JSON.parse(cut.text)).toThrow(SyntaxError);
    expect(cut.end).toBe('closed');
    expect((await withFault('stall', {})).end).toBe('open');
  });
});

describe('scripts', () => {
  it('take one step per request, then all is well; steps can be added at run time', async () => {
    const simulator = simulate({ faults: ['server-error', 'ok'] });
    const statuses = async (count: number) => {
      const seen: number[] = [];
      for (let run = 0; run < count; run++) seen.push((await ask(simulator)).status);
      return seen;
    };
    expect(await statuses(3)).toEqual([500, 200, 200]);
    simulator.faults.push('quota', 'rate-limit');
    expect(await statuses(3)).toEqual([429, 429, 200]);
  });

  it('may put several faults into one step', async () => {
    const { text, end } = await withFault([{ fault: 'no-usage' }, { fault: 'no-done' }]);
    expect(text).not.toContain('prompt_tokens');
    expect(text).not.toContain('[DONE]');
    expect(end).toBe('closed');
  });

  it('are left alone by a request that brings its own fault in a header', async () => {
    const simulator = simulate({ faults: ['quota'] });
    const headers = { 'x-simulator-fault': 'cut; after-chunks=2, no-usage' };
    const text = await (await ask(simulator, streaming, { headers })).text();
    expect(parseEvents(text)).toHaveLength(2);
    expect(simulator.faults).toEqual(['quota']);
  });

  it('an unknown fault in the header is a 400 that lists every name', async () => {
    const headers = { 'x-simulator-fault': 'explode' };
    const error = await errorOf(ask(simulate(), {}, { headers }));
    expect(error).toMatchObject({ status: 400, param: 'x-simulator-fault' });
    for (const name of Object.keys(faults)) expect(error.message).toContain(name);
  });

  it('the header reads names and numbers, and nothing like them', () => {
    expect(parseFaultHeader('stall; after-chunks=3 ,rate-limit;retry-after-ms=250')).toEqual([
      { fault: 'stall', afterChunks: 3 },
      { fault: 'rate-limit', retryAfterMs: 250 },
    ]);
    expect(parseFaultHeader('server-error; billed=true')).toEqual([
      { fault: 'server-error', billed: true },
    ]);
    for (const header of [
      'stall; after-chunks=x',
      'stall; chunks=3',
      'server-error; billed=1',
      'constructor',
      '',
    ]) {
      expect(() => parseFaultHeader(header)).toThrow(TypeError);
    }
  });
});
