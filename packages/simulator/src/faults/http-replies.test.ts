import { describe, expect, it } from 'vitest';
import { ask } from '../fixtures/ask.js';
import { streaming } from '../fixtures/reply-under.js';
import { withFault } from '../fixtures/with-fault.js';
import { simulate } from '../simulate.js';
import type { FaultName } from './faults.js';
import { replyFaults } from './reply-faults.js';

describe.each([
  ['a streaming', streaming],
  ['another', {}],
])('to %s request', (_, request) => {
  it.each([301, 302, 303, 307, 308])(
    'redirect %i is a path, has no body, and is free',
    async (status) => {
      const { response, text, line } = await withFault({ fault: 'redirect', status }, request);
      expect(response.status).toBe(status);
      expect(response.headers.get('location')).toBe('/v1/chat/completions?redirected=1');
      expect(text).toBe('');
      expect(line).toMatchObject({ status, cost: 0n, ended: 'refused' });
    },
  );

  it('redirect-elsewhere names another origin, and is free', async () => {
    const { response, line } = await withFault('redirect-elsewhere', request);
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('https://elsewhere.invalid/v1/chat/completions');
    expect(line).toMatchObject({ cost: 0n, ended: 'refused' });
  });

  it.each([
    ['empty', 200, 'text/event-stream; charset=utf-8'],
    ['no-content', 204, null],
  ] as const)(
    '%s has nothing in it, and costs the answer or nothing',
    async (fault, status, type) => {
      const whole = (await withFault('ok', request)).line?.usage;
      for (const billed of [true, false]) {
        const { response, text, end, line } = await withFault({ fault, billed }, request);
        expect(response.status).toBe(status);
        expect(response.headers.get('content-type')).toBe(type);
        expect([text, end]).toEqual(['', 'closed']);
        expect(line?.usage.total_tokens).toBe(billed ? whole?.total_tokens : 0);
        expect(line?.ended).toBe('failed');
      }
    },
  );

  it('control-characters are in the message of a 500', async () => {
    const { response, text, line } = await withFault(
      { fault: 'control-characters', billed: false },
      request,
    );
    expect(response.status).toBe(500);
    const { error } = JSON.parse(text) as { error: { message: string } };
    for (const character of [
      '\0',
      '\u001b[2J',
      '\u001b]0;',
      '\u0007',
      '\u009b',
      '\u202e',
      '\u2066',
    ]) {
      expect(error.message).toContain(character);
    }
    expect(line).toMatchObject({ cost: 0n, ended: 'failed' });
  });
});

describe('redirect', () => {
  const headers = { 'x-simulator-fault': 'redirect' };
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }] }),
  };

  it('answers where it leads, though the same header comes along', async () => {
    const simulator = simulate();
    const moved = await ask(simulator, {}, { headers });
    const there = new URL(moved.headers.get('location') ?? '', 'http://simulator');
    const answered = await simulator.fetch(there, init);
    expect(answered.status).toBe(200);
    expect(await answered.text()).toContain('"chat.completion"');
    expect(simulator.books.requests.map(({ cost }) => cost > 0n)).toEqual([false, true]);
  });

  it.each([
    ['redirect', '/v1/chat/completions?api-version=1&redirected=1'],
    ['redirect-elsewhere', 'https://elsewhere.invalid/v1/chat/completions?api-version=1'],
  ] as const)('%s keeps the query', async (fault, location) => {
    const { fetch } = simulate({ faults: [fault] });
    const reply = await fetch('http://simulator/v1/chat/completions?api-version=1', {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    expect(reply.headers.get('location')).toBe(location);
  });
});

const answering = Object.keys(replyFaults).filter((name) => name !== 'no-headers') as FaultName[];

it.each(answering)('%s takes headers, also in the place of its own', async (fault) => {
  const headers = { 'x-test': 'yes', 'content-type': 'text/odd' };
  const { response } = await withFault({ fault, headers });
  expect(response.headers.get('x-test')).toBe('yes');
  expect(response.headers.get('content-type')).toBe('text/odd');
});
