import { retryQuota } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { cut, errorEvent, eventsOf, play, textOf, whole } from '../../fixtures/play-resume.js';
import type { ScriptedReply } from '../../fixtures/scripted-reply.js';
import { content, finish } from '../../fixtures/wire-events.js';
import { clocks } from '../clocks.js';
import { deadline } from '../deadline.js';
import { retry } from '../retry.js';
import { resume } from './resume.js';
import type { ResumeOptions } from './resume-options.js';

describe('resume by starting again', () => {
  it('says what is void before the first piece of the new answer, and then goes on with that', async () => {
    const { text, log, heard, stream } = await play([cut, whole]);
    expect(text).toBe('HelloGood day');
    expect(heard).toEqual(['completed']);
    const types = log.map((entry) => (typeof entry === 'string' ? entry : entry.type));
    expect(types).toEqual(['attempt', 'Hel', 'lo', 'wait', 'attempt', 'restart', 'Good', ' day']);
    expect(eventsOf(log, 'restart')[0]).toMatchObject({
      attempt: 2,
      error: { kind: 'truncated', delivered: true },
      discard: { characters: 5, chunks: 0 },
    });
    const completion = await stream.completion();
    expect(completion.choices[0]?.message.content).toBe('Good day');
    expect(completion.usage?.total_tokens).toBe(11);
  });

  it('an answer that is whole is one attempt, without a word', async () => {
    const { text, log, provider } = await play([whole]);
    expect(text).toBe('Good day');
    expect(provider.requests).toHaveLength(1);
    expect(log).toEqual([{ type: 'attempt', attempt: 1 }, 'Good', ' day']);
  });

  it.each<[string, ScriptedReply, string]>([
    ['a cut', cut, 'truncated'],
    ['a broken connection', { ...cut, ending: 'break' }, 'truncated'],
    ['a stall', { ...cut, ending: 'stall' }, 'timeout'],
    ['an error of the server', errorEvent({ message: 'Oops.', type: 'server_error' }), 'server'],
    ['a rate limit', errorEvent({ message: 'Slow.', code: 'rate_limit_exceeded' }), 'rate-limit'],
    ['finish_reason "error"', { body: [content('Hel'), finish('error')] }, 'server'],
  ])('after %s inside the answer it starts again', async (_name, reply, kind) => {
    const { text, error, log } = await play([reply, whole]);
    expect(error).toBeUndefined();
    expect(text.endsWith('Good day')).toBe(true);
    const restarts = eventsOf(log, 'restart');
    expect(restarts).toMatchObject([{ error: { kind } }]);
  });

  it.each<[string, ScriptedReply, string]>([
    ['an empty account', errorEvent({ message: 'Pay.', code: 'insufficient_quota' }), 'quota'],
    ['a filter', errorEvent({ message: 'No.', code: 'content_filter' }), 'content-filter'],
    ['a chunk that is no JSON', { body: [content('Hel'), 'data: {"choices":[\n\n'] }, 'protocol'],
  ])('after %s it does not', async (_name, reply, kind) => {
    const { error, provider, heard } = await play([reply, whole]);
    expect(error).toMatchObject({ kind, attempts: 1, delivered: true });
    expect(textOf(error)).toBe('Hel');
    expect(provider.requests).toHaveLength(1);
    expect(heard).toMatchObject([{ failed: { kind } }]);
  });

  it('once is enough unless more is asked for: the second cut comes out, with the first as its cause', async () => {
    const again: ScriptedReply = { body: [content('Good')] };
    const { text, error, log, provider } = await play([cut, again]);
    expect(text).toBe('HelloGood');
    expect(provider.requests).toHaveLength(2);
    expect(error).toMatchObject({ kind: 'truncated', attempts: 2, gaveUp: 'attempts' });
    expect(error?.cause).toMatchObject({ kind: 'truncated' });
    expect(textOf(error?.cause)).toBe('Hello');
    expect(textOf(error)).toBe('Good');
    const thrice = await play([cut, again, again], { resumptions: 2 });
    expect(thrice.error).toMatchObject({ attempts: 3 });
    expect(textOf(thrice.error?.cause)).toBe('Hello');
    const twice = await play([cut, again, whole], { resumptions: 2 });
    expect(twice.text).toBe('HelloGoodGood day');
    const discards = eventsOf([...log, ...twice.log], 'restart').map(
      ({ discard }) => discard.characters,
    );
    expect(discards).toEqual([5, 5, 4]);
  });

  it('nothing is void before something new is there: a call that cannot be made anew keeps the part', async () => {
    const { text, error, log, heard } = await play([cut, { status: 503 }]);
    expect(text).toBe('Hello');
    expect(error).toMatchObject({
      kind: 'server',
      attempts: 4,
      gaveUp: 'attempts',
      delivered: true,
    });
    expect(error?.cause).toMatchObject({ kind: 'truncated' });
    expect(textOf(error)).toBe('Hello');
    expect(eventsOf(log, 'restart')).toEqual([]);
    expect(heard).toMatchObject([{ failed: { kind: 'server', attempts: 4 } }]);
  });

  it('attempts are numbered on over everything that the layers inside have made', async () => {
    const { log, text } = await play([{ status: 503 }, cut, { status: 503 }, whole]);
    expect(text).toBe('HelloGood day');
    const attempts = eventsOf(log, 'attempt').map(({ attempt }) => attempt);
    expect(attempts).toEqual([1, 2, 3, 4]);
    expect(eventsOf(log, 'restart')[0]).toMatchObject({
      attempt: 4,
    });
  });

  it('waits as retry does: jitter over 250 ms, a hint of the server as a floor', async () => {
    const hint = { message: 'Try again in 7s', code: 'rate_limit_exceeded' };
    const plain = await play([cut, whole]);
    const hinted = await play([errorEvent(hint), whole]);
    const waits = eventsOf([...plain.log, ...hinted.log], 'wait').map(({ waitMs }) => waitMs);
    expect(waits).toEqual([250, 7000]);
    const late = await play([errorEvent({ ...hint, message: 'Try again in 61s' }), whole]);
    expect(late.error).toMatchObject({ gaveUp: 'retry-after', retryAfterMs: 61_000, attempts: 1 });
  });

  it('takes from the quota of retries, and gets it back when the new answer is whole', async () => {
    const quota = retryQuota({ tokens: 20 });
    const origin = 'https://api.openai.com';
    await play([cut, whole], { quota });
    expect(quota.left(origin)).toBe(20);
    await play([cut, cut], { quota });
    expect(quota.left(origin)).toBe(6);
    const { error, provider } = await play([cut, whole], { quota });
    expect(error).toMatchObject({ kind: 'truncated', gaveUp: 'retry-quota' });
    expect(provider.requests).toHaveLength(1);
  });

  it('after a stall the next attempt is twice as patient', async () => {
    const stall: ScriptedReply = { body: [content('Hel')], ending: 'stall' };
    const { error, clock } = await play([stall, stall]);
    expect(error).toMatchObject({ kind: 'timeout', code: 'idle', attempts: 2 });
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(60_000 + 120_000);
  });

  it('the deadline spans all of it, and what it ends is not resumed', async () => {
    const stall: ScriptedReply = { body: [content('Hel')], ending: 'stall' };
    const layers = [deadline({ totalMs: 61_000 }), retry(), clocks()];
    const { error, log } = await play([stall], {}, {}, layers);
    expect(error).toMatchObject({ kind: 'timeout', code: 'total', attempts: 2, delivered: true });
    expect(eventsOf(log, 'restart')).toHaveLength(1);
    const tight = await play([stall], {}, {}, [deadline({ totalMs: 60_100 }), clocks()]);
    expect(tight.error).toMatchObject({ code: 'idle', gaveUp: 'deadline', attempts: 1 });
  });
});

describe('options of resume', () => {
  it.each<[object, string]>([
    [{ resumptions: 0 }, 'resumptions is 0'],
    [{ resumptions: 1.5 }, 'resumptions is 1.5'],
    [{ maxRetryAfterMs: -1 }, 'maxRetryAfterMs is -1'],
    [{ onTruncated: 'again' }, 'onTruncated is "again"'],
    [{ onTruncated: 'continue' }, 'the profile has no continuation'],
  ])('%j is refused, by name', (options, message) => {
    const given = { onTruncated: 'restart', ...options } as ResumeOptions;
    expect(() => resume(given)).toThrow(message);
  });
});
