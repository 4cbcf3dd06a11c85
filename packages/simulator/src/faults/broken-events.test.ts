import { describe, expect, it } from 'vitest';
import { parseEvents } from '../fixtures/read-events.js';
import { chunksOf, streaming } from '../fixtures/reply-under.js';
import { withFault } from '../fixtures/with-fault.js';
import type { FaultName } from './faults.js';

const whole = async (request: Record<string, unknown> = streaming) =>
  (await withFault('ok', request)).text;
/** So many events of a stream. */
const events = (text: string, count: number) =>
  parseEvents(text)
    .slice(0, count)
    .map((event) => `data: ${event}\n\n`)
    .join('');

describe('in a stream', () => {
  it.each([0, 1, 3])('cut-in-event sends %i events and half of the next', async (afterChunks) => {
    const text = await whole();
    const got = await withFault({ fault: 'cut-in-event', afterChunks });
    const begun = events(text, afterChunks);
    const half = got.text.slice(begun.length);
    expect(got.text).toBe(text.slice(0, got.text.length));
    expect(half).toMatch(/^data: \{[^\n]+$/);
    expect(got.end).toBe('closed');
    expect(got.line).toMatchObject({ ended: 'failed', sentTokens: Math.max(0, afterChunks - 1) });
  });

  it('cut-in-event after the last event is whole', async () => {
    const got = await withFault({ fault: 'cut-in-event', afterChunks: 10_000 });
    expect(got.text).toBe(await whole());
    expect(got.line?.ended).toBe('completed');
  });

  it('forged-done goes on behind [DONE], in the place of the rest', async () => {
    const { text, end, line } = await withFault({ fault: 'forged-done', afterChunks: 2 });
    expect(text).toBe(`${events(await whole(), 2)}data: [DONE], or is it?\n\n`);
    expect(end).toBe('closed');
    expect(line).toMatchObject({ ended: 'failed', usage: { completion_tokens: 1 } });
  });

  it('error-event has the status and the code that it is given', async () => {
    const step = { fault: 'error-event', status: 429, code: 'rate_limit_exceeded' } as const;
    const { text, end } = await withFault(step);
    expect(JSON.parse(parseEvents(text)[3] ?? '')).toEqual({
      error: {
        message: 'Rate limit reached. Please slow down.',
        type: 'requests',
        param: null,
        code: 'rate_limit_exceeded',
        status: 429,
      },
    });
    expect(end).toBe('closed');
  });

  it('error-named-event has the name, and no error around the error', async () => {
    const { text, end, line } = await withFault('error-named-event');
    const [, event] = text.split(events(await whole(), 3));
    expect(event).toMatch(/^event: error\ndata: \{"message":"[^\n]+"\}?.*\n\n$/);
    expect(JSON.parse(event?.split('data: ')[1] ?? '')).toMatchObject({ type: 'server_error' });
    expect(end).toBe('closed');
    expect(line).toMatchObject({ ended: 'failed', usage: { completion_tokens: 2 } });
  });

  it.each(['error-event', 'error-named-event'] as const)(
    '%s as the first event comes before the model, and is free',
    async (fault) => {
      const { text, line } = await withFault({ fault, afterChunks: 0 });
      expect(text).toMatch(/^(?:event: error\n)?data: \{[^\n]+\}\n\n$/);
      expect(line).toMatchObject({ status: 200, cost: 0n, ended: 'failed' });
    },
  );

  it.each([1, 2])('finish-error ends each of %i choices with it, and in good order', async (n) => {
    const { text, end, line } = await withFault('finish-error', { ...streaming, n });
    const ends = chunksOf(text).flatMap(({ choices }) =>
      choices.filter(({ finish_reason }) => finish_reason !== null),
    );
    expect(ends.map(({ index }) => index)).toEqual([0, 1].slice(0, n));
    expect(ends.map(({ finish_reason }) => finish_reason)).toEqual(Array(n).fill('error'));
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(end).toBe('closed');
    expect(line?.ended).toBe('failed');
  });

  it('malformed-chunk is one event that is no JSON, and then the rest, which is billed', async () => {
    const ok = await withFault('ok');
    const { text, end, line } = await withFault({ fault: 'malformed-chunk', afterChunks: 2 });
    const begun = events(ok.text, 2);
    const [broken = ''] = text.slice(begun.length).split('\n\n');
    expect(() => JSON.parse(broken.slice('data: '.length))).toThrow(SyntaxError);
    expect(text.replace(`${broken}\n\n`, '')).toBe(ok.text);
    expect(end).toBe('closed');
    expect(line).toEqual(ok.line);
  });
});

describe('a JSON reply', () => {
  it.each<FaultName>(['cut-in-event', 'forged-done', 'error-event', 'error-named-event'])(
    '%s cuts it, and it is billed whole',
    async (fault) => {
      const ok = await withFault('ok', {});
      const { text, end, line } = await withFault(fault, {});
      expect(text).toBe(ok.text.slice(0, text.length));
      expect(text.length).toBeLessThan(ok.text.length);
      expect(end).toBe('closed');
      expect(line).toMatchObject({ ended: 'failed', usage: ok.line?.usage, sentTokens: 0 });
    },
  );

  it('is whole under finish-error, but for its finish', async () => {
    const ok = await withFault('ok', { n: 2 });
    const { text, line } = await withFault('finish-error', { n: 2 });
    expect(text).toBe(ok.text.replaceAll('"finish_reason":"stop"', '"finish_reason":"error"'));
    expect(line).toEqual(ok.line);
  });

  it('loses its first character under malformed-chunk', async () => {
    const ok = await withFault('ok', {});
    expect((await withFault('malformed-chunk', {})).text).toBe(ok.text.slice(1));
  });
});
