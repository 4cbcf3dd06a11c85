import { describe, expect, it } from 'vitest';
import { ask, errorOf } from '../fixtures/ask.js';
import { simulate } from '../simulate.js';

const canary = 'sk-canary-4f9a1c77d2e84b0e';

describe('addresses', () => {
  it('both paths work with and without /v1', async () => {
    const { fetch } = simulate();
    for (const path of ['/v1/models', '/models']) {
      const list = (await (await fetch(`http://simulator${path}`)).json()) as {
        data: { id: string }[];
      };
      const names = list.data.map(({ id }) => id);
      expect(names).toContain('gpt-4o-mini');
      expect(names).toContain('gpt-4o-mini-2024-07-18');
    }
    const body = JSON.stringify({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'Hi' }],
    });
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch('http://simulator/chat/completions', {
      method: 'POST',
      headers,
      body,
    });
    expect(reply.status).toBe(200);
  });

  it('every model of the list has a date and an owner, and is shown by its name', async () => {
    const { fetch } = simulate();
    const list = (await (await fetch('http://simulator/v1/models')).json()) as {
      object: string;
      data: { id: string; object: string; created: number; owned_by: string }[];
    };
    expect(list.object).toBe('list');
    for (const model of list.data) {
      expect(model).toEqual({
        id: expect.any(String),
        object: 'model',
        created: expect.any(Number),
        owned_by: 'system',
      });
      expect(Number.isInteger(model.created)).toBe(true);
      const address = `http://simulator/v1/models/${encodeURIComponent(model.id)}`;
      expect(await (await fetch(address)).json()).toEqual(model);
    }
    const created = (name: string) => list.data.find(({ id }) => id === name)?.created;
    expect(created('gpt-4o-mini')).toBe(Date.UTC(2024, 6, 18) / 1000);
    expect(created('gpt-4o-mini-2024-07-18')).toBe(Date.UTC(2024, 6, 18) / 1000);
  });

  it.each(['gpt-0', 'constructor', '%E0%A4%A', 'gpt-4o/extra'])(
    'a model %s, which does not exist, is a 404',
    async (name) => {
      const error = await errorOf(simulate().fetch(`http://simulator/v1/models/${name}`));
      expect(error).toMatchObject({ status: 404, param: 'model', code: 'model_not_found' });
    },
  );

  it('HEAD says what GET would, without a body', async () => {
    const { fetch } = simulate();
    for (const [path, status] of [
      ['models', 200],
      ['models/gpt-0', 404],
      ['nothing', 404],
      ['chat/completions', 405],
    ] as const) {
      const response = await fetch(`http://simulator/v1/${path}`, { method: 'HEAD' });
      expect([path, response.status, await response.text()]).toEqual([path, status, '']);
      expect(response.headers.get('content-type')).toBe('application/json');
    }
  });

  it('OPTIONS names the methods, and gives no page of another site leave', async () => {
    const { fetch } = simulate({ apiKeys: ['sk-some-key-of-the-test'] });
    for (const [path, allow] of [
      ['models', 'GET, HEAD, OPTIONS'],
      ['chat/completions', 'POST, OPTIONS'],
    ] as const) {
      const headers = {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
      };
      const response = await fetch(`http://simulator/v1/${path}`, { method: 'OPTIONS', headers });
      expect([response.status, response.headers.get('allow')]).toEqual([204, allow]);
      const names = [...response.headers.keys()];
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each(['/v1', '/openai/v1', '/api/v1', '/v1beta/openai', ''])(
    'answers under %j, as one of the providers does',
    async (base) => {
      const response = await simulate().fetch(`http://simulator${base}/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}]}',
      });
      expect(response.status).toBe(200);
      expect((await simulate().fetch(`http://simulator${base}/models`)).status).toBe(200);
    },
  );

  it('any other address is a 404 with its method and path', async () => {
    const error = await errorOf(
      simulate().fetch('http://simulator/v1/embeddings', { method: 'POST' }),
    );
    expect(error).toMatchObject({ status: 404, message: 'Invalid URL (POST /v1/embeddings)' });
  });

  it('a wrong method is a 405 that names the right one', async () => {
    const { fetch } = simulate();
    const response = await fetch('http://simulator/v1/chat/completions');
    expect(response.headers.get('allow')).toBe('POST');
    const error = await errorOf(Promise.resolve(response));
    expect(error).toMatchObject({ status: 405, code: 'method_not_supported' });
    expect((await fetch('http://simulator/v1/models', { method: 'DELETE' })).status).toBe(405);
  });

  it('a model that is on no price list is a 404 in OpenAI’s words', async () => {
    const error = await errorOf(ask(simulate(), { model: 'gpt-0' }));
    expect(error).toEqual({
      status: 404,
      message: 'The model `gpt-0` does not exist or you do not have access to it.',
      type: 'invalid_request_error',
      param: null,
      code: 'model_not_found',
    });
  });

  it('a body that is not declared as JSON is refused', async () => {
    const error = await errorOf(ask(simulate(), {}, { headers: { 'content-type': 'text/plain' } }));
    expect(error).toMatchObject({ status: 400, code: 'unsupported_content_type' });
  });
});

it('every reply, a refusal too, has an id and says how long it took, for whom and what speaks', async () => {
  const simulator = simulate({ faults: ['ok', 'server-error'] });
  const models = () => simulator.fetch('http://simulator/v1/models');
  for (const send of [ask, ask, () => ask(simulator, { temperature: 99 }), models]) {
    const { headers } = await send(simulator);
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(headers.get('openai-processing-ms')).toMatch(/^\d+$/);
    expect(headers.get('openai-version')).toBe('2020-10-01');
    expect(headers.get('openai-organization')).toBe('org-simulator');
  }
});

describe('keys', () => {
  const simulator = () => simulate({ apiKeys: ['sk-right-key-of-the-test'] });

  it('a key on the list is let in', async () => {
    const headers = { authorization: 'Bearer sk-right-key-of-the-test' };
    expect((await ask(simulator(), {}, { headers })).status).toBe(200);
  });

  it('another key is a 401 that shows it masked', async () => {
    const headers = { authorization: 'Bearer sk-wrong-key' };
    expect(await errorOf(ask(simulator(), {}, { headers }))).toEqual({
      status: 401,
      message:
        'Incorrect API key provided: sk-wr***key. You can find your API key at https://platform.openai.com/account/api-keys.',
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    });
  });

  it('no key is a 401 that says where to put it', async () => {
    const error = await errorOf(ask(simulator()));
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' });
    expect(error.message).toMatch(/Authorization: Bearer YOUR_KEY/);
    expect((await simulator().fetch('http://simulator/v1/models')).status).toBe(401);
  });

  it('without a list any key will do, or none', async () => {
    const headers = { authorization: `Bearer ${canary}` };
    expect((await ask(simulate(), {}, { headers })).status).toBe(200);
    expect((await ask(simulate())).status).toBe(200);
  });

  it('a key shows in no error, no header and not in the books, whatever goes wrong', async () => {
    const faulty = simulate({
      apiKeys: ['another'],
      faults: ['unauthorized', 'rate-limit', 'server-error', 'html'],
    });
    const open = simulate({
      faults: ['unauthorized', 'quota', 'json-error', 'cut', 'error-event'],
    });
    const headers = { authorization: `Bearer ${canary}` };
    for (const provider of [faulty, open]) {
      for (let run = 0; run < 6; run++) {
        const response = await ask(provider, { stream: true }, { headers });
        const seen = [await response.text(), ...response.headers.values()].join('\n');
        expect(seen).not.toContain(canary.slice(5, -3));
      }
      const books = JSON.stringify(provider.books.requests, (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      expect(books).not.toContain(canary.slice(5, -3));
      expect(books).not.toContain('for loop');
    }
  });
});
