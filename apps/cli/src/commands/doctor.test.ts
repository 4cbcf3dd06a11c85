import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { virtualClock } from '@farebox/core/testing';
import { describe, expect, it, test } from 'vitest';
import { fakeGit } from '../fixtures/fake-git.js';
import { farebox } from '../fixtures/farebox.js';
import { canaryKey, listing, patient } from '../fixtures/patient.js';

const environment = { OPENAI_API_KEY: canaryKey };
const { folders, examine } = patient();

it('says that all is well where it is, and exits 0', async () => {
  const { code, verdict, findings } = await examine();
  expect(findings.filter((finding) => finding.verdict !== 'ok')).toEqual([]);
  expect({ code, verdict }).toEqual({ code: 0, verdict: 'ok' });
  expect(findings.map(({ subject }) => subject)).toEqual([
    ...['key', 'endpoint', 'clock', 'price', '.env', 'tracked files'],
    ...['state folder', 'ledger', 'budgets', 'settings', 'Node', 'terminal'],
  ]);
});

it('has a line for each, with the fix below what needs one, within the columns there are', async () => {
  const around = {
    workingFolder: folders.work,
    configFolder: folders.config,
    git: fakeGit(),
    terminal: true,
    columns: 60,
  };
  const { code, out } = await farebox(['doctor'], around);
  expect(code).toBe(0);
  expect(out).toMatch(/^warning {2}key +there is none, and no address:/);
  expect(out).toMatch(/\n +fix: farebox keys set, or farebox\n/);
  expect(out).toMatch(/^ok {7}Node +24\.0\.0$/m);
  expect(out).toMatch(/\n\n1 warning\n$/);
  expect(out.split('\n').filter((line) => line.length > 60)).toEqual([]);
});

it('works with no key and no network: the simulator', async () => {
  const { code, verdict, about } = await examine({
    environment: {},
    fetch: () => expect.fail('The network was used.'),
  });
  expect({ code, verdict }).toEqual({ code: 0, verdict: 'warning' });
  expect(about('key')[0]).toMatchObject({
    verdict: 'warning',
    fix: expect.stringMatching(/farebox keys set/),
  });
  expect(about('endpoint')[0]?.what).toMatch(/^the simulator, in this process/);
  expect(about('clock')[0]?.what).toMatch(/^not compared/);
});

describe('the key', () => {
  it('is told by its end and where it is from', async () => {
    expect((await examine()).about('key')[0]?.what).toBe(
      '…wxyz, from OPENAI_API_KEY in the environment, for https://api.openai.com',
    );
    const dotEnv = `OPENAI_API_KEY=${canaryKey}`;
    const fromDotEnv = await examine({ environment: {}, dotEnv });
    expect(fromDotEnv.about('key')[0]?.what).toMatch(/^…wxyz, from OPENAI_API_KEY in \.env/);
    await farebox(['keys', 'set'], { configFolder: folders.config, stdin: canaryKey });
    const saved = await examine({ environment: {} });
    expect(saved.about('key')[0]?.what).toMatch(/^…wxyz, saved with farebox keys, for https/);
  });

  it('is that of the provider who is named, or set', async () => {
    const environment = { ANTHROPIC_API_KEY: canaryKey };
    const fetch = listing(['claude-opus-4-1']);
    const argv = ['--provider', 'anthropic', '-m', 'claude-opus-4-1'];
    const named = await examine({ environment, fetch }, argv);
    expect(named.about('key')[0]?.what).toBe(
      '…wxyz, from ANTHROPIC_API_KEY in the environment, for https://api.anthropic.com',
    );
    expect(named.about('price')[0]?.what).toMatch(/\(anthropic, checked/);
    await farebox(['config', 'set', 'provider', 'anthropic'], { configFolder: folders.config });
    expect((await examine({ environment, fetch })).about('key')[0]?.what).toMatch(
      /ANTHROPIC_API_KEY/,
    );
  });

  it('is a problem where it may not meet the address, or cannot be one', async () => {
    const dotEnv = 'OPENAI_BASE_URL=https://evil.example/v1';
    const refused = await examine({ dotEnv });
    expect(refused.code).toBe(1);
    expect(refused.about('key')[0]).toMatchObject({
      verdict: 'problem',
      fix: expect.stringMatching(/--base-url/),
    });
    expect(refused.about('endpoint')).toEqual([]);
    const flawed = await examine({ environment: { OPENAI_API_KEY: 'sk canary' } });
    expect(flawed.about('key')[0]?.what).toBe(
      'OPENAI_API_KEY from the environment has a space in it',
    );
  });

  it('is a problem where a saved one can be read by others', async () => {
    await farebox(['keys', 'set'], { configFolder: folders.config, stdin: canaryKey });
    const file = join(folders.config, 'keys', 'https%3A%2F%2Fapi.openai.com.json');
    chmodSync(file, 0o644);
    const { code, about } = await examine();
    expect(code).toBe(1);
    expect(about('saved keys')[0]?.fix).toContain(`chmod 600 '${file}'`);
  });
});

describe('the endpoint', () => {
  const answering = (status: number, body = '{}') => ({
    fetch: async () => new Response(body, { status }),
  });

  test.each([
    [401, 'problem', /refuses the key \(401\)/],
    [403, 'problem', /refuses the key \(403\)/],
    [404, 'warning', /has no list of models \(404\)/],
    [200, 'warning', /has no list of models \(200\)/],
    [307, 'warning', /with 307/],
    [429, 'warning', /with 429/],
    [503, 'warning', /with 503/],
  ])('that answers %i is a %s', async (status, verdict, what) => {
    const { about } = await examine(answering(status));
    expect(about('endpoint')).toEqual([expect.objectContaining({ verdict })]);
    expect(about('endpoint')[0]?.what).toMatch(what);
    expect(about('endpoint')[0]?.fix).toBeDefined();
  });

  it('wants a key where none is sent and it says 401', async () => {
    const environment = { OPENAI_BASE_URL: 'https://llm.example/v1' };
    const { about } = await examine({ ...answering(401), environment });
    expect(about('endpoint')[0]?.what).toBe('https://llm.example wants a key (401)');
  });

  it('that cannot be reached is a problem, with the reason', async () => {
    const fetch = async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error(), { code: 'ENOTFOUND' }),
      });
    };
    const { code, about } = await examine({ fetch });
    expect(code).toBe(1);
    expect(about('endpoint')[0]?.what).toMatch(/cannot be reached: the server's name could not be/);
    expect(about('clock')[0]?.verdict).toBe('ok');
  });

  it('is waited for no longer than 5 seconds', async () => {
    const clock = virtualClock({ now: Date.UTC(2026, 10, 28) });
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const examined = examine({ clock, fetch });
    await clock.advance(5_000);
    expect((await examined).about('endpoint')[0]?.what).toMatch(/nothing came within 5 s/);
  });

  it('is asked with the key, and follows nobody elsewhere', async () => {
    const asked: (readonly [string, string | null, RequestRedirect | undefined])[] = [];
    await examine({
      fetch: async (input, init) => {
        const headers = new Headers(init?.headers);
        asked.push([String(input), headers.get('authorization'), init?.redirect]);
        return Response.json({ data: [] });
      },
    });
    expect(asked).toEqual([['https://api.openai.com/v1/models', `Bearer ${canaryKey}`, 'manual']]);
  });

  it('whose list lacks the model gets a warning, with the nearest', async () => {
    const fetch = listing(['gpt-4o', 'gpt-4o-mini']);
    expect((await examine({ fetch })).about('model')).toEqual([]);
    const { about } = await examine({ fetch }, ['-m', 'gpt-4o-mni']);
    expect(about('model')[0]).toMatchObject({
      verdict: 'warning',
      what: 'gpt-4o-mni is not among the 2 that https://api.openai.com lists',
      fix: expect.stringContaining('farebox config set model gpt-4o'),
    });
    const gemini = listing(['models/gemini-3-flash']);
    expect((await examine({ fetch: gemini }, ['-m', 'gemini-3-flash'])).about('model')).toEqual([]);
  });

  it('is reached by the proxy of the environment', async () => {
    const proxied: string[] = [];
    const { out } = await farebox(['doctor', '--json'], {
      git: fakeGit(),
      workingFolder: folders.work,
      configFolder: folders.config,
      environment: { ...environment, HTTPS_PROXY: 'http://user:secret@proxy.example:3128' },
      openProxy: async (proxy) => {
        proxied.push(proxy);
        return listing(['gpt-4o-mini']);
      },
    });
    expect(proxied).toEqual(['http://user:secret@proxy.example:3128']);
    expect(out).toContain('https://api.openai.com, by the proxy, answers');
    expect(out).not.toContain('secret@');
  });
});

describe('the clock', () => {
  const now = Date.UTC(2026, 10, 28, 12);
  test.each([
    [0, 'ok', /agrees/],
    [110_000, 'ok', /agrees/],
    [-110_000, 'ok', /agrees/],
    [600_000, 'warning', /is 600\.0 s ahead of the server's/],
    [-600_000, 'warning', /is 600\.0 s behind the server's/],
  ])('that is %i ms off is: %s', async (offMs, verdict, what) => {
    const fetch = listing(['gpt-4o-mini'], { date: new Date(now).toUTCString() });
    const clock = virtualClock({ now: now + offMs });
    const [finding] = (await examine({ clock, fetch })).about('clock');
    expect(finding?.verdict).toBe(verdict);
    expect(finding?.what).toMatch(what);
  });
});

describe('the price', () => {
  it('of a model on no list is a warning', async () => {
    const { about } = await examine({}, ['-m', 'gpt4o-minii']);
    expect(about('price')[0]).toMatchObject({
      verdict: 'warning',
      what: 'none is known for gpt4o-minii, so a call under a limit is refused',
      fix: expect.stringMatching(/farebox models.* gpt-4o-mini/),
    });
  });

  it('is of the provider at the address', async () => {
    const argv = ['--base-url', 'http://localhost:11434/v1', '-m', 'llama3.2'];
    expect((await examine({}, argv)).about('price')[0]?.what).toMatch(/^nothing: it is a server/);
    const mistral = ['--base-url', 'https://api.mistral.ai/v1', '-m', 'mistral-small-latest'];
    expect((await examine({}, mistral)).about('price')[0]?.what).toMatch(/\(mistral, checked 20/);
  });

  it('that was checked long ago is a warning', async () => {
    const clock = virtualClock({ now: Date.UTC(2028, 0, 1) });
    expect((await examine({ clock })).about('price')[0]).toMatchObject({
      verdict: 'warning',
      fix: 'Update farebox: its price lists come with it.',
    });
  });
});
