import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryLedger } from '@farebox/cost';
import { simulate } from '@farebox/simulator';
import { afterEach, describe, expect, it } from 'vitest';
import { leaksIn } from '../fixtures/canaries.js';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { playingFarebox } from '../fixtures/playing-farebox.js';

const call = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Explain a for loop' }],
  stream: true,
  max_completion_tokens: 60,
};

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function play(argv: readonly string[] = [], options: FakeIoOptions = {}) {
  const ledger = memoryLedger();
  const playing = await playingFarebox(argv, { ledger, ...options });
  ends.push(playing.end);
  return { ...playing, ledger };
}

const never = async (): Promise<Response> => {
  throw new Error('Nothing was to be sent.');
};

describe('a call through farebox play', () => {
  it('has the bytes of the provider, and a receipt with the tag caller=play', async () => {
    const simulator = simulate({ seed: 1 });
    let sent = '';
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await simulator.fetch(input, init);
      sent = await response.clone().text();
      return response;
    };
    const { post, io, ledger, end } = await play(['--tag', 'course=1'], { fetch });
    const response = await post(call);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const text = await response.text();
    expect(text).toBe(sent);
    expect(await end()).toBe(0);
    const [receipt, ...others] = await ledger.receipts();
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({
      outcome: 'completed',
      tags: { caller: 'play', course: '1' },
      cost: { known: 'reported', amount: simulator.books.cost },
    });
    expect(io.error).toContain('completed · cost $0.0000');
    expect(io.error).toContain('farebox: 1 call, cost $0.0000');
    expect(leaksIn(io.out + io.error + text)).toEqual([]);
  });

  it('is one reply where the page asks for no stream', async () => {
    const { post } = await play([], { fetch: simulate({ seed: 1 }).fetch });
    const { stream: _, ...once } = call;
    const response = await post(once);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({ object: 'chat.completion' });
  });

  it('goes to the provider that was chosen, with its key, and with nothing of the page but the call', async () => {
    const requests: Request[] = [];
    const simulator = simulate({ seed: 1 });
    const { post, facts } = await play(['--provider', 'anthropic'], {
      environment: { ANTHROPIC_API_KEY: 'sk-ant-0123456789' },
      fetch: async (input, init) => {
        requests.push(new Request(input, init));
        return simulator.fetch(input, init);
      },
    });
    expect([facts.get('provider'), facts.getAll('model')]).toEqual([
      'anthropic',
      ['claude-haiku-4-5'],
    ]);
    await (
      await post({ ...call, model: 'claude-haiku-4-5' }, { headers: { cookie: 'a=b' } })
    ).text();
    const [sent] = requests;
    expect(sent?.url).toBe('https://api.anthropic.com/v1/chat/completions');
    expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
      'content-type': 'application/json',
      authorization: 'Bearer sk-ant-0123456789',
    });
  });

  it.each([
    ['for a model that was not chosen', { ...call, model: 'gpt-4o' }, 'none of gpt-4o-mini'],
    ['without messages', { model: 'gpt-4o-mini' }, 'it has no model or no messages'],
    ['with messages that are none', { ...call, messages: 'Hi' }, 'messages is no list'],
    ['that is no JSON', '{', 'The body is no JSON'],
    ['that is no object', '[]', 'it has no model or no messages'],
    ['that is null', 'null', 'it has no model or no messages'],
  ])('is a 400 %s, and is not sent', async (_, body, message) => {
    const { post, ledger } = await play([], { fetch: never });
    const response = await post(body);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { message: string; type: string } };
    expect(error.message).toContain(message);
    expect(error.type).toBe('farebox_bad-request');
    expect(await ledger.receipts()).toEqual([]);
  });

  it('may be for each model that was named', async () => {
    const { post, facts } = await play(['-m', 'gpt-4o', '-m', 'gpt-4o-mini'], {
      fetch: simulate({ seed: 1 }).fetch,
    });
    expect(facts.getAll('model')).toEqual(['gpt-4o', 'gpt-4o-mini']);
    for (const model of facts.getAll('model')) {
      const response = await post({ ...call, model });
      expect(response.status).toBe(200);
      await response.text();
    }
  });

  it('has neither cookies nor headers of one connection, and lets no other page read it', async () => {
    const { post } = await play([], {
      fetch: async () =>
        Response.json(
          { choices: [{ index: 0, message: { content: 'Hi' }, finish_reason: 'stop' }] },
          {
            headers: {
              'set-cookie': 'a=b',
              'keep-alive': 'timeout=1',
              'access-control-allow-origin': '*',
              server: 'gateway',
              'x-request-id': 'req_1',
              'x-ratelimit-remaining-tokens': '7',
            },
          },
        ),
    });
    const { headers } = await post({ ...call, stream: false });
    const { date: _, connection, ...others } = Object.fromEntries(headers);
    expect(connection).toBe('keep-alive');
    expect(others).toEqual({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/json',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'keep-alive': 'timeout=5',
      'referrer-policy': 'no-referrer',
      'transfer-encoding': 'chunked',
      'x-content-type-options': 'nosniff',
      'x-ratelimit-remaining-tokens': '7',
      'x-request-id': 'req_1',
    });
  });
});

describe('the money of farebox play', () => {
  it('a call that could cost more than --max-cost is refused as budget, and not sent', async () => {
    const { post, ledger } = await play(['--max-cost', '0.000001'], { fetch: never });
    const response = await post(call);
    expect(response.status).toBe(402);
    expect(response.headers.get('x-should-retry')).toBe('false');
    expect(await response.json()).toEqual({
      error: {
        message: expect.stringContaining('--max-cost'),
        type: 'farebox_budget',
        param: null,
        code: 'no-room',
        fix: expect.stringContaining('Raise --max-cost'),
      },
    });
    expect(await ledger.receipts()).toEqual([]);
  });

  it('budgets of the command hold from the next call on, also those that are set meanwhile', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'farebox-'));
    ends.unshift(() => rmSync(folder, { recursive: true }));
    const stateFolder = join(folder, 'state');
    const simulator = simulate({ seed: 1 });
    const { post, end } = await play(['--session', 'lessons'], {
      stateFolder,
      fetch: simulator.fetch,
    });
    const first = await post(call);
    expect(first.status).toBe(200);
    await first.text();
    const set = ['budget', 'set', '0.000001', '--session', 'lessons'];
    expect(await farebox(set, { stateFolder })).toMatchObject({ code: 0 });
    const second = await post(call);
    expect(second.status).toBe(402);
    expect(await second.json()).toMatchObject({
      error: {
        message: expect.stringContaining('of session:lessons is left'),
        fix: expect.stringMatching(
          /^Lower the maximum of output tokens, or raise it: farebox budget set <usd> .*--session lessons/,
        ),
      },
    });
    expect(simulator.books.requests).toHaveLength(1);
    await end();
    const { out } = await farebox(['logs', 'list', '--json'], { stateFolder });
    expect(JSON.parse(out)).toMatchObject({
      receipts: [{ outcome: 'completed', tags: { caller: 'play', session: 'lessons' } }],
    });
  });

  it('a page that leaves ends the call at the provider, and it is paid for as what it can have been', async () => {
    const { fetch, isAborted, firstRead } = heldAnswer();
    const { post, ledger, end } = await play([], { fetch });
    const left = new AbortController();
    const response = await post(call, { signal: left.signal });
    await response.body?.getReader().read();
    await firstRead;
    left.abort();
    await isAborted;
    await end();
    const [receipt] = await ledger.receipts();
    expect(receipt).toMatchObject({ outcome: 'aborted', cost: { known: 'bounded' } });
    expect(receipt?.cost).toMatchObject({ amount: receipt?.reserved });
  });

  it('Ctrl-C in the middle of an answer settles it before the command ends, and ends well', async () => {
    const { fetch, isAborted } = heldAnswer();
    const { post, ledger, end, io } = await play([], { fetch });
    const response = await post(call);
    const reader = response.body?.getReader();
    await reader?.read();
    expect(await end()).toBe(0);
    await isAborted;
    await expect(reader?.read()).rejects.toThrow();
    expect(await ledger.receipts()).toMatchObject([{ outcome: 'aborted' }]);
    expect(io.error).toContain('gpt-4o-mini aborted · cost up to $0.0000');
  });
});

/** An answer that begins and does not end before it is aborted. */
function heldAnswer() {
  const aborted = Promise.withResolvers<void>();
  const read = Promise.withResolvers<void>();
  const chunk = { choices: [{ index: 0, delta: { content: 'Once' }, finish_reason: null }] };
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(chunk)}\n\n`));
        init?.signal?.addEventListener('abort', () => {
          aborted.resolve();
          controller.error(init.signal?.reason);
        });
      },
      pull: () => read.resolve(),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  return { fetch, isAborted: aborted.promise, firstRead: read.promise };
}
