import { describe, expect, it } from 'vitest';
import { streaming } from '../fixtures/reply-under.js';
import { withFault } from '../fixtures/with-fault.js';
import type { NamedFault } from './script.js';

const status = (settings: Omit<NamedFault, 'fault'>) => ({ fault: 'status' as const, ...settings });

describe.each([
  ['a streaming', streaming],
  ['another', {}],
])('to %s request', (_, request) => {
  it.each([400, 401, 402, 403, 404, 408, 409, 413, 415, 418, 422, 429, 451])(
    'status %i is an error of the request, and free',
    async (code) => {
      const { response, text, line } = await withFault(status({ status: code }), request);
      expect(response.status).toBe(code);
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(JSON.parse(text)).toEqual({
        error: {
          message: expect.stringMatching(/\.\)?$/),
          type: 'invalid_request_error',
          param: null,
          code: null,
        },
      });
      expect(line).toMatchObject({ status: code, cost: 0n, ended: 'refused', sentTokens: 0 });
    },
  );

  it.each([500, 501, 502, 503, 504, 520, 529, 599])(
    'status %i is an error of the server, and costs the answer or nothing',
    async (code) => {
      const whole = (await withFault('ok', request)).line?.usage;
      for (const billed of [true, false]) {
        const { response, text, line } = await withFault(status({ status: code, billed }), request);
        expect(response.status).toBe(code);
        expect(JSON.parse(text)).toMatchObject({ error: { type: 'server_error' } });
        expect(line).toMatchObject({ status: code, ended: 'failed', sentTokens: 0 });
        expect(line?.usage.total_tokens).toBe(billed ? whole?.total_tokens : 0);
      }
    },
  );
});

it('is 500 where none is given', async () => {
  expect((await withFault('status')).response.status).toBe(500);
});

it('says the number where the status has no sentence of its own', async () => {
  const { text } = await withFault(status({ status: 418 }));
  expect(text).toContain('The request failed with status 418.');
});

it('carries the code that it is given', async () => {
  const { text } = await withFault(status({ status: 400, code: 'context_length_exceeded' }));
  expect(JSON.parse(text)).toMatchObject({ error: { code: 'context_length_exceeded' } });
});

describe('its body', () => {
  it('can be the page of a proxy, which names the status', async () => {
    const { response, text } = await withFault(status({ status: 502, body: 'html' }));
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(text).toMatch(/^<html>\n.*<h1>502<\/h1>/s);
  });

  it('can be empty', async () => {
    const { response, text } = await withFault(status({ status: 503, body: 'empty' }));
    expect(response.headers.get('content-type')).toBeNull();
    expect(text).toBe('');
  });

  it('can be garbage that calls itself JSON', async () => {
    const { response, text } = await withFault(status({ status: 500, body: 'garbage' }));
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});
