import { simulate } from '@farebox/simulator';
import { afterEach, describe, expect, it } from 'vitest';
import { canaryKey, leaksIn } from '../fixtures/canaries.js';
import { playingFarebox } from '../fixtures/playing-farebox.js';

const call = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Explain a for loop' }],
  stream: true,
  max_completion_tokens: 60,
};

const ends: (() => Promise<number>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function under(fetch: typeof globalThis.fetch, environment?: Record<string, string>) {
  const playing = await playingFarebox([], { fetch, ...(environment && { environment }) });
  ends.push(playing.end);
  return playing;
}

const events = { 'content-type': 'text/event-stream' };
const event = (content: string, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`;

function streamOf(...blocks: readonly (string | Error)[]): ReadableStream<Uint8Array> {
  const left = [...blocks];
  return new ReadableStream({
    pull(controller) {
      const block = left.shift();
      if (block === undefined) controller.close();
      else if (typeof block === 'string') controller.enqueue(new TextEncoder().encode(block));
      else controller.error(block);
    },
  });
}

/** As much of an answer as arrives, and how it ended. */
async function readAll(response: Response) {
  let text = '';
  try {
    const decoder = new TextDecoder();
    for await (const block of response.body ?? []) text += decoder.decode(block, { stream: true });
    return { text, ended: 'whole' };
  } catch {
    return { text, ended: 'broken' };
  }
}

describe('what the provider refuses', () => {
  it.each([
    ['rate-limit', 429, 'rate_limit_exceeded'],
    ['quota', 429, 'insufficient_quota'],
    ['unavailable', 503, null],
  ] as const)('%s comes with its status, its code and its wait', async (fault, status, code) => {
    const { fetch } = simulate({ seed: 1, faults: [fault] });
    let refused: Response | undefined;
    const { post, io } = await under(async (input, init) => {
      const response = await fetch(input, init);
      refused = response.clone();
      return response;
    });
    const response = await post(call);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(response.headers.get('retry-after')).toBe(refused?.headers.get('retry-after') ?? null);
    expect(io.error).toMatch(/gpt-4o-mini [\w-]+ · cost/);
  });

  it('is not retried here: that is the choice of the page', async () => {
    const simulator = simulate({ seed: 1, faults: ['rate-limit', 'rate-limit'] });
    const { post } = await under(simulator.fetch);
    await post(call);
    expect(simulator.books.requests).toHaveLength(1);
  });

  it('a server that cannot be reached is a 502 that may be tried again', async () => {
    const { post } = await under(async () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    });
    const response = await post(call);
    expect(response.status).toBe(502);
    expect(response.headers.has('x-should-retry')).toBe(false);
    expect(await response.json()).toMatchObject({ error: { type: 'farebox_connection' } });
  });

  it('a redirect is not handed on: neither page nor key go there', async () => {
    const { post } = await under(
      async () =>
        new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
    );
    const response = await post(call);
    expect(response.status).toBe(500);
    expect(response.headers.has('location')).toBe(false);
    expect(await response.json()).toMatchObject({ error: { code: 'redirect' } });
  });

  it('an answer that is no answer reaches the page as it is, and its client says so', async () => {
    const { post } = await under(
      async () => new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } }),
    );
    const response = await post(call);
    expect(await readAll(response)).toEqual({ text: '<html>Log in</html>', ended: 'whole' });
  });
});

describe('an answer that breaks off', () => {
  it('breaks off for the page, too, and is paid for', async () => {
    const { post, io } = await under(
      async () => new Response(streamOf(event('Once'), new Error('reset')), { headers: events }),
    );
    const response = await post(call);
    const { text, ended } = await readAll(response);
    expect(ended).toBe('broken');
    expect(event('Once').startsWith(text)).toBe(true);
    await ends.pop()?.();
    expect(io.error).toContain('cost up to $0.0000');
  });

  it('ends for the page where it ended without a finish, so that its client finds that out', async () => {
    const { post, io } = await under(
      async () => new Response(streamOf(event('Once')), { headers: events }),
    );
    expect(await readAll(await post(call))).toEqual({ text: event('Once'), ended: 'whole' });
    await ends.pop()?.();
    expect(io.error).toContain('truncated · cost up to');
  });
});

describe('the key', () => {
  const error = (text: string) => JSON.stringify({ error: { message: text, code: text } });
  it.each<[string, () => Response]>([
    ['in an error', () => new Response(error(`Wrong key ${canaryKey}.`), { status: 401 })],
    [
      'in an error, without end',
      () => new Response(error(canaryKey.repeat(9_000)), { status: 500 }),
    ],
    ['in an error page', () => new Response(`<html>Bearer ${canaryKey}</html>`, { status: 502 })],
    [
      'in a header',
      () => new Response('{}', { status: 400, headers: { 'x-request-id': canaryKey } }),
    ],
    [
      'in an answer',
      () => new Response(streamOf(event('Hi'), event(canaryKey)), { headers: events }),
    ],
    [
      'in two halves of an answer',
      () =>
        new Response(
          streamOf(event('Hi'), `data: ${canaryKey.slice(0, 20)}`, `${canaryKey.slice(20)}\n\n`),
          { headers: events },
        ),
    ],
    [
      'in a page that says it is an answer',
      () => new Response(`<html>authorization: Bearer ${canaryKey}</html>`),
    ],
    [
      'in the address of a redirect',
      () =>
        new Response(null, {
          status: 302,
          headers: { location: `https://a.example/${canaryKey}` },
        }),
    ],
  ])('that a server repeats %s reaches neither the page nor the terminal', async (_, answer) => {
    const { post, io } = await under(async () => answer());
    const response = await post(call);
    const { text } = await readAll(response);
    await ends.pop()?.();
    const heads = JSON.stringify([...response.headers]);
    expect(leaksIn(text + heads + io.out + io.error)).toEqual([]);
  });

  it('a key that no header could carry is an error of the start, without the key', async () => {
    const environment = { OPENAI_API_KEY: `${canaryKey}\nx` };
    await expect(under(async () => new Response(), environment)).rejects.toThrow(/ended with 2/);
    await under(async () => new Response(), environment).catch((thrown: Error) => {
      expect(leaksIn(thrown.message)).toEqual([]);
    });
  });
});

it('a page that reads slowly slows the provider: what it has not read is not asked for', async () => {
  const block = event('x'.repeat(60_000));
  const total = 400;
  let given = 0;
  const { post } = await under(
    async () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            if (given++ < total) controller.enqueue(new TextEncoder().encode(block));
            else controller.close();
          },
        }),
        { headers: events },
      ),
  );
  const response = await post(call);
  const reader = response.body?.getReader();
  await reader?.read();
  // It goes on until the buffers on the way are full, and stands still then.
  for (let before = -1; before < given; ) {
    before = given;
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(given).toBeLessThan(total);
  await reader?.cancel();
});
