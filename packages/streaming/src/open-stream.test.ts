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

  it('an error status is refused with its number, and its body stays unread', async () => {
    const response = new Response('{}', { status: 429 });
    await expect(openStream(response)).rejects.toMatchObject({
      kind: 'configuration',
      status: 429,
    });
    expect(response.bodyUsed).toBe(false);
  });
});
