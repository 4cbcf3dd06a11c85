import { inspect } from 'node:util';
import { ChatError } from '@farebox/core';
import { describe, expect, it } from 'vitest';
import { content } from './fixtures/events.js';
import { openStream } from './open-stream.js';

const key = 'zq9canary0123456789wxyz';
const prompt = 'my name is Ann Lee and my code is 4711';
const answer = 'Dear Ann Lee, the code has become 0815';
const request = { messages: [{ role: 'user' as const, content: prompt }] };
const everything = (thrown: unknown) =>
  inspect(thrown, { depth: 20, showHidden: true, maxStringLength: null });

const error = (fields: object) => `data: ${JSON.stringify({ error: fields })}\n\n`;

async function failure(
  body: BodyInit,
  headers: Record<string, string> = {},
  nowMs?: number,
): Promise<ChatError> {
  const reply = new Response(body, { headers });
  const thrown: unknown = await openStream(reply, { secrets: [key], request, nowMs }).then(
    (stream) => stream.completion().catch((late: unknown) => late),
    (early: unknown) => early,
  );
  expect(thrown).toBeInstanceOf(ChatError);
  return thrown as ChatError;
}

describe('an error that the provider sends in its reply', () => {
  it.each([
    ['as the first event', ''],
    ['in the middle', content(answer)],
  ])('%s, quotes neither key nor prompt nor answer', async (_, before) => {
    const said = error({ message: `${key} was asked "${prompt}" and said "${answer}"`, code: key });
    const thrown = await failure(before + said, { 'x-request-id': key });
    const quoted = before === '' ? [key, prompt] : [key, prompt, answer];
    for (const text of quoted) expect(everything(thrown)).not.toContain(text);
    expect(thrown).toMatchObject({ kind: 'server', code: undefined, requestId: undefined });
    expect(thrown.partial?.choices[0]?.message.content).toBe(before === '' ? undefined : answer);
  });

  it('has the hints of its reply: when to come back, and whether to', async () => {
    const limited = error({ message: 'Slow down.', code: 'rate_limit_exceeded' });
    const waits = async (headers: Record<string, string>, nowMs?: number) =>
      (await failure(limited, headers, nowMs)).retryAfterMs;
    expect(await waits({ 'retry-after': '3' })).toBe(3000);
    expect(await waits({ 'x-ratelimit-reset-requests': '6m0s' })).toBe(360_000);
    const until = { 'retry-after': 'Wed, 21 Oct 2026 07:28:02 GMT' };
    expect(await waits({ ...until, date: 'Wed, 21 Oct 2026 07:28:00 GMT' })).toBe(2000);
    expect(await waits(until, Date.parse('2026-10-21T07:28:01Z'))).toBe(1000);
    expect(await waits(until)).toBeUndefined();
    const final = { 'x-should-retry': 'false' };
    expect(await failure(limited, final)).toMatchObject({ shouldRetry: false });
  });
});

describe('a connection that breaks', () => {
  it.each([
    ['before the answer', '', 'connection'],
    ['inside the answer', content(answer), 'truncated'],
  ])('%s, leaves a cause without what was hung on it or said in it', async (_, sent, kind) => {
    const cause = Object.assign(new Error(`${key} asked ${prompt}, said ${answer}`), {
      code: 'ECONNRESET',
      request: { headers: { key }, body: prompt },
    });
    const blocks = sent === '' ? [] : [new TextEncoder().encode(sent)];
    const body = new ReadableStream({
      pull(controller) {
        const block = blocks.shift();
        if (block === undefined) controller.error(new TypeError('terminated', { cause }));
        else controller.enqueue(block);
      },
    });
    const thrown = await failure(body);
    expect(thrown).toMatchObject({ kind, code: 'ECONNRESET' });
    expect(thrown.cause).toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } });
    for (const text of [key, prompt]) expect(everything(thrown)).not.toContain(text);
    if (sent !== '') expect(everything(thrown)).not.toContain(answer);
  });
});

it('a request id is known of an answer too, unless it is the key', async () => {
  const idOf = async (id: string) => {
    const reply = new Response(content(answer), { headers: { 'x-request-id': id } });
    return (await openStream(reply, { secrets: ['', key] })).facts.requestId;
  };
  expect(await idOf('req_7')).toBe('req_7');
  expect(await idOf(`req_${key}`)).toBeUndefined();
});
