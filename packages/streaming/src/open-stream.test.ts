import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { content, done, finish } from './fixtures/events.js';
import { openStream } from './open-stream.js';

describe('openStream', () => {
  it('reads the reply to its proven end and knows its request id', async () => {
    const body = content('Hel') + content('lo') + finish() + done;
    const response = new Response(body, { headers: { 'x-request-id': 'req_7' } });
    const stream = await openStream(response);
    expect(stream.facts).toEqual({ status: 200, requestId: 'req_7' });
    expect((await stream.completion()).choices[0]?.message.content).toBe('Hello');
  });

  it('as many choices as were asked for must finish', async () => {
    const response = new Response(content('Hello') + finish() + done);
    const stream = await openStream(response, { expectedChoices: 2 });
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'truncated' });
  });

  it('a reply that carries nothing rejects, with or without a body', async () => {
    await expect(openStream(new Response(done))).rejects.toMatchObject({ delivered: false });
    await expect(openStream(new Response(null))).rejects.toMatchObject({ code: 'empty-body' });
  });

  it('an abort ends it before the first content and after, and leaves no listener', async () => {
    const opening = new AbortController();
    const silent = new Response(new ReadableStream());
    const opened = openStream(silent, { signal: opening.signal });
    opening.abort();
    await expect(opened).rejects.toMatchObject({ kind: 'aborted', delivered: false });

    const reading = new AbortController();
    const source = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(content('Hel'))),
    });
    const stream = await openStream(new Response(source), { signal: reading.signal });
    reading.abort();
    await expect(stream.completion()).rejects.toMatchObject({ kind: 'aborted', delivered: true });
    expect(getEventListeners(reading.signal, 'abort')).toHaveLength(0);
  });

  it('an error status is refused with its number, and its body stays unread', async () => {
    const response = new Response('{}', { status: 429 });
    await expect(openStream(response)).rejects.toMatchObject({
      kind: 'configuration',
      status: 429,
    });
    expect(response.bodyUsed).toBe(false);
  });
});
