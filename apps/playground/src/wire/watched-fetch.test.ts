import { simulate } from '@farebox/simulator';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.js';
import { replyBytes } from './reply-bytes.js';
import type { RunEvent } from './run-event.js';
import { idleRecord, nextRecord, type ReplyRecord } from './run-record.js';
import { replyBounds, watchedFetch } from './watched-fetch.js';

function watched(fetch: typeof globalThis.fetch) {
  const events: RunEvent[] = [{ type: 'started' }];
  const watching = watchedFetch(
    fetch,
    () => 0,
    (event) => events.push(event),
  );
  const reply = () => events.reduce(nextRecord, idleRecord).replies[0] as ReplyRecord;
  return { fetch: watching, events, reply };
}
const bodyOf = (...parts: readonly Uint8Array<ArrayBuffer>[]) => {
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const part = parts[at++];
        if (part === undefined) controller.close();
        else controller.enqueue(part);
      },
    },
    { highWaterMark: 0 },
  );
};

it('the client gets the same bytes, read for read, and so does the record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 })), async (parts) => {
      const { fetch, reply } = watched(async () => new Response(bodyOf(...parts)));
      const reader = (await fetch('http://provider/')).body?.getReader();
      for (const part of parts) expect((await reader?.read())?.value).toEqual(part);
      expect((await reader?.read())?.done).toBe(true);
      expect(reply().reads.map(({ base64 }) => [...fromBase64(base64)])).toEqual(
        parts.map((part) => [...part]),
      );
      expect(reply()).toMatchObject({ ended: 'closed', readCount: parts.length });
    }),
  );
});

it('nothing is read ahead of the client, and its leaving closes the source', async () => {
  let pulls = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(1));
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const { fetch, reply } = watched(async () => new Response(body));
  const reader = (await fetch('http://provider/')).body?.getReader();
  expect(pulls).toBe(0);
  await reader?.read();
  await reader?.cancel();
  expect(pulls).toBe(1);
  expect(cancelled).toBe(true);
  expect(reply().ended).toBe('cancelled');
});

it('a reply without end is kept to its bounds, and counted', async () => {
  const parts = Array.from({ length: 15_500 }, () => new Uint8Array(2));
  const { fetch, events, reply } = watched(async () => new Response(bodyOf(...parts)));
  await (await fetch('http://provider/')).arrayBuffer();
  expect(reply()).toMatchObject({ length: 31_000, readCount: 15_500, ended: 'closed' });
  expect(reply().reads).toHaveLength(replyBounds.reads);
  // The ones that are not kept come a thousand at a time.
  expect(events.length).toBeLessThan(replyBounds.reads + 20);

  const one = watched(async () => new Response(bodyOf(new Uint8Array(900_000))));
  await (await one.fetch('http://provider/')).arrayBuffer();
  expect(replyBytes(one.reply()).bytes).toHaveLength(replyBounds.bytes);
  expect(one.reply().length).toBe(900_000);
});

it('a connection that fails, one that breaks, and an abort are told apart', async () => {
  const failing = watched(() => Promise.reject(new TypeError('fetch failed')));
  await expect(failing.fetch('http://provider/')).rejects.toThrow('fetch failed');
  expect(failing.reply().ended).toBe('unanswered');

  const aborted = watched(simulate({ faults: ['ok'] }).fetch);
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(aborted.fetch('http://provider/v1/models', { signal })).rejects.toThrow('enough');
  expect(aborted.reply().ended).toBe('cancelled');

  const breaking = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  const broken = watched(async () => new Response(breaking));
  const reply = await broken.fetch('http://provider/');
  await expect(reply.text()).rejects.toThrow('terminated');
  expect(broken.reply().ended).toBe('broken');
});

it('status, headers and address are those of the reply, and a reply without a body is over at once', async () => {
  const { fetch, reply } = watched(async () => {
    const answer = new Response('x', { status: 503, headers: { 'retry-after': '2' } });
    return Object.defineProperty(answer, 'url', { value: 'http://provider/there' });
  });
  const answer = await fetch('http://provider/');
  expect([answer.status, answer.url]).toEqual([503, 'http://provider/there']);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(reply()).toMatchObject({ status: 503 });

  const empty = watched(async () => new Response(null, { status: 204 }));
  await empty.fetch('http://provider/');
  expect(empty.reply().ended).toBe('closed');
});

it('any bytes survive Base64', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 20 },
  );
});
