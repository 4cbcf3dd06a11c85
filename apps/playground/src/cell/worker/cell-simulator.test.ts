import { type FaultStep, simulate as realSimulate } from '@farebox/simulator';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { simulate } from './cell-simulator.js';

const page = realSimulate({ seed: 1 });
beforeEach(() => vi.stubGlobal('fetch', page.fetch));
afterEach(() => vi.unstubAllGlobals());

function statusOf(fetch: typeof globalThis.fetch): Promise<number> {
  const body = JSON.stringify({
    model: 'gpt-4o-mini',
    max_completion_tokens: 5,
    messages: [{ role: 'user', content: 'Hi' }],
  });
  const headers = { 'content-type': 'application/json' };
  return fetch('https://api.example/v1/chat/completions', { method: 'POST', headers, body }).then(
    async (response) => {
      await response.text();
      return response.status;
    },
  );
}

test('the page’s simulator plays the script, a step for each request, then all is well', async () => {
  const { fetch, faults } = simulate({
    faults: ['unauthorized', 'ok', { fault: 'status', status: 503, body: 'empty' }],
  });
  faults.push([{ fault: 'no-usage' }, { fault: 'unavailable' }]);
  const statuses = [];
  for (let request = 0; request < 5; request++) statuses.push(await statusOf(fetch));
  expect(statuses).toEqual([401, 200, 503, 503, 200]);
  expect(faults).toEqual([]);
});

test('settings of every kind go along: texts, numbers, objects', async () => {
  const step: FaultStep = {
    fault: 'rate-limit',
    retryAfterMs: 2000,
    headers: { 'x-note': 'a, b; c' },
  };
  const { fetch } = simulate({ faults: [step] });
  const response = await fetch('https://api.example/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }] }),
  });
  expect(response.headers.get('retry-after')).toBe('2');
  expect(response.headers.get('x-note')).toBe('a, b; c');
});

test('what a cell has not says so, and where it is', () => {
  expect(() => simulate({ seed: 1 })).toThrow('simulate({ seed }) is not there in a cell.');
  expect(() => simulate().books).toThrow(
    expect.objectContaining({ fix: expect.stringContaining('project of your own') }),
  );
});
