import { virtualClock } from '@farebox/core/testing';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { simulate } from '../simulate.js';
import { bytesOf, storedChunk } from './chunk-bytes.js';
import { record } from './record.js';

const key = 'sk-canary-1234567890abcdef';

/** A provider that says what it is given, chunk by chunk, and repeats the key in its reply. */
function provider(chunks: readonly Uint8Array<ArrayBuffer>[], ending: 'closed' | 'broken') {
  return async () => {
    let next = 0;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const chunk = chunks[next];
        next += 1;
        if (chunk !== undefined) controller.enqueue(chunk);
        else if (ending === 'closed') controller.close();
        else controller.error(new TypeError('terminated'));
      },
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/plain',
        'set-cookie': `session=${key}`,
        'x-request-id': 'r',
      },
    });
  };
}
const bytes = (text: string) => new TextEncoder().encode(text);

it('the client sees the same reply, chunk for chunk, and no read is made ahead of it', async () => {
  let reads = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        reads += 1;
        controller.enqueue(bytes(`chunk ${reads} `));
      },
    },
    { highWaterMark: 0 },
  );
  const { fetch } = record(async () => new Response(body));
  const reader = (await fetch('http://provider/')).body?.getReader();
  expect(reads).toBe(0);
  expect(await reader?.read()).toEqual({ done: false, value: bytes('chunk 1 ') });
  await reader?.cancel();
  expect(reads).toBe(1);
});

it('chunks are kept with the time they came, whole characters as text', async () => {
  const clock = virtualClock();
  const slow = async () => {
    let next = 0;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        async pull(controller) {
          next += 1;
          await new Promise<void>((resolve) => clock.after(next * 100, resolve));
          if (next <= 2) controller.enqueue(bytes('é'.repeat(next)).slice(next - 1));
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body);
  };
  const recorder = record(slow, { clock });
  const reading = recorder.fetch('http://provider/').then((reply) => reply.arrayBuffer());
  await clock.advance(1_000);
  await reading;
  expect(recorder.recording.exchanges[0]?.response).toMatchObject({
    status: 200,
    headersAtMs: 0,
    chunks: [
      { atMs: 100, text: 'é' },
      { atMs: 300, base64: 'qcOp' },
    ],
    ended: 'closed',
  });
});

it.each(['closed', 'broken'] as const)('a body that ends %s is kept so', async (ending) => {
  const recorder = record(provider([bytes('a')], ending));
  const reading = (await recorder.fetch('http://provider/')).text();
  if (ending === 'broken') await expect(reading).rejects.toThrow('terminated');
  else await reading;
  expect(recorder.recording.exchanges[0]?.response).toMatchObject({ ended: ending });
});

it('a connection that fails is kept as failed, a call that was given up as open', async () => {
  const failing = record(() => Promise.reject(new TypeError('fetch failed')));
  await expect(failing.fetch('http://provider/')).rejects.toThrow('fetch failed');
  expect(failing.recording.exchanges[0]?.response).toBe('failed');

  const aborted = record(simulate({ faults: ['ok'] }).fetch);
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(aborted.fetch('http://provider/v1/models', { signal })).rejects.toThrow('enough');
  expect(aborted.recording.exchanges[0]?.response).toBe('open');
});

it('no key is kept: not of a header, a URL, a body or a reply, however it is cut', async () => {
  const said = bytes(`{"error":"Incorrect API key provided: ${key}. Why ${key}?"}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(said.length), { maxLength: 8 }), async (cuts) => {
      const ends = [...cuts, said.length].sort((a, b) => a - b);
      const chunks = ends.map((end, index) => said.slice(ends[index - 1] ?? 0, end));
      const recorder = record(provider(chunks, 'closed'));
      const reply = await recorder.fetch(`http://provider/v1?api-key=${key}&x=1`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'openai-organization': 'org-canary' },
        body: JSON.stringify({ user: key }),
      });
      expect(await reply.text()).toContain(key);
      const kept = JSON.stringify(recorder.recording);
      const texts = recorder.recording.exchanges.flatMap(({ response }) =>
        typeof response === 'string' ? [] : response.chunks.map(bytesOf),
      );
      const body = texts.map((part) => new TextDecoder().decode(part)).join('');
      for (const text of [kept, body]) {
        expect(text).not.toContain('1234567890abcdef');
        expect(text).not.toContain('org-canary');
      }
      expect(body).toContain('Incorrect API key provided');
    }),
  );
});

it('what the caller calls private goes too', async () => {
  const redact = (text: string) => text.replaceAll('Ada', 'NAME');
  const recorder = record(provider([bytes('Dear A'), bytes('da!')], 'closed'), { redact });
  const reply = await recorder.fetch('http://provider/', { method: 'POST', body: 'I am Ada' });
  expect(await reply.text()).toBe('Dear Ada!');
  const [exchange] = recorder.recording.exchanges;
  expect(exchange?.request.body).toBe('I am NAME');
  expect(JSON.stringify(exchange)).not.toContain('da!"');
});

it('bytes of any kind survive being stored', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (given) => {
      expect([...bytesOf(storedChunk(0, given))]).toEqual([...given]);
    }),
  );
});
