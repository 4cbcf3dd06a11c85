import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { settingNames } from '../config/settings.js';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox as run } from '../fixtures/farebox.js';

let configFolder: string;
beforeEach(() => {
  configFolder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(configFolder, { recursive: true }));

const farebox = (argv: readonly string[], options: FakeIoOptions = {}) =>
  run(argv, { configFolder, ...options });
const config = (...argv: readonly string[]) => farebox(['config', ...argv]);

it('lists every setting, the default and what is set', async () => {
  await config('set', 'model', 'gpt-4o');
  const { code, out } = await config('list');
  expect(code).toBe(0);
  expect(out).toMatch(/^model +gpt-4o +the model that answers$/m);
  expect(out).toMatch(/^color +auto \(default\) +colours on a terminal$/m);
  expect(out).toMatch(/^base-url +not set +the address/m);
  expect((await config()).out).toBe(out);
  const { settings, path } = JSON.parse((await config('list', '--json')).out);
  expect(path).toBe(join(configFolder, 'config.json'));
  expect(settings.map(({ name }: { name: string }) => name)).toEqual(settingNames);
});

it('gets what holds, and exits 1 with nothing where nothing does', async () => {
  expect(await config('get', 'model')).toMatchObject({ code: 0, out: 'gpt-4o-mini\n' });
  expect(await config('get', 'base-url')).toMatchObject({ code: 1, out: '', error: '' });
  await config('set', 'base-url', 'http://localhost:11434/v1');
  expect((await config('get', 'base-url')).out).toBe('http://localhost:11434/v1\n');
});

it('unsets, and says what holds then', async () => {
  await config('set', 'color', 'never');
  expect(await config('unset', 'color')).toMatchObject({ code: 0, out: 'color: auto (default)\n' });
  expect(await config('unset', 'color')).toMatchObject({ code: 0, out: 'color: auto (default)\n' });
  expect(await config('unset', 'max-cost')).toMatchObject({ out: 'max-cost: not set\n' });
});

test.each([
  [['set', 'modle', 'x'], /no setting of that name\.\n {2}fix: The nearest are model/],
  [['get', 'colour'], /The nearest are color/],
  [['unset', 'zzz'], /There are model, provider, base-url/],
  [['set', 'color', 'alway'], /is none of auto, always, never\.\n {2}fix: .*set color always/],
  [['set', 'provider', 'antropic'], /is none of openai, .*\n {2}fix: .*set provider anthropic/],
  [['set', 'base-url', 'localhost:1'], /The value for base-url is not an http or https address/],
  [['set', 'base-url', 'https://me:hunter2@x.example'], /has a user name or password in it/],
  [['set', 'max-cost', '1e-6'], /The value for max-cost /],
  [['set', 'model', ''], /is no name of a model/],
  [['set', 'model', 'sk-canary-0123456789'], /There is a key on the command line/],
  [['set', 'api-key', 'sk-canary-0123456789'], /There is a key on the command line/],
  [['set', 'openai-api-key', 'canary'], /A key is no setting.*\n {2}fix: farebox keys set/],
  [['get', 'key'], /fix: farebox keys set/],
  [['set', 'save-conversations', 'yes'], /is none of on, off/],
  [['set', 'model'], /missing required argument 'value'/],
])('farebox config %j exits 2 and says what to write', async (argv, message) => {
  const { code, out, error } = await config(...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(message);
  expect(error).not.toMatch(/hunter2|canary/);
});

describe('a setting holds for a call', () => {
  const asked = async (argv: readonly string[], options: FakeIoOptions = {}) => {
    const requests: { origin: string; model: unknown }[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { model } = JSON.parse(String(init?.body));
      requests.push({ origin: new URL(String(input)).origin, model });
      return Response.json({ error: { message: 'No.' } }, { status: 400 });
    };
    const environment = { OPENAI_API_KEY: 'sk-canary-0123456789' };
    const result = await farebox([...argv, 'Hi'], { fetch, environment, ...options });
    return { ...result, requests };
  };

  it('unless an option says otherwise', async () => {
    await config('set', 'model', 'gpt-4o');
    expect((await asked([])).requests[0]?.model).toBe('gpt-4o');
    expect((await asked(['-m', 'gpt-5'])).requests[0]?.model).toBe('gpt-5');
    expect((await asked(['-m', 'gpt-4o-mini'])).requests[0]?.model).toBe('gpt-4o-mini');
    expect((await farebox(['estimate', 'Hi'])).out).toMatch(/^gpt-4o ·/);
  });

  it('as a limit', async () => {
    await config('set', 'max-cost', '0.000001');
    expect((await asked([])).code).toBe(3);
    expect((await asked(['--max-cost', '1'])).code).toBe(11);
  });

  it('as the address, which the environment and the option outrank, and .env does not', async () => {
    await config('set', 'base-url', 'https://own.example/v1');
    const originOf = async (argv: string[], options: FakeIoOptions) =>
      (await asked(argv, options)).requests[0]?.origin;
    const dotEnv = 'OPENAI_BASE_URL=https://folder.example/v1';
    expect(await originOf([], { dotEnv, environment: {} })).toBe('https://own.example');
    const environment = { OPENAI_BASE_URL: 'https://environment.example/v1' };
    expect(await originOf([], { environment })).toBe('https://environment.example');
    const flag = ['--base-url', 'https://flag.example/v1'];
    expect(await originOf(flag, { environment })).toBe('https://flag.example');
  });

  it('and is no filter of reports', async () => {
    await config('set', 'model', 'gpt-4o');
    expect((await farebox(['logs', 'list'])).code).toBe(0);
    expect((await farebox(['spend'])).error).not.toContain('No receipt is like that');
  });

  it('and stops the call where the file cannot be understood', async () => {
    writeFileSync(join(configFolder, 'config.json'), '{');
    const { code, requests, error } = await asked([]);
    expect({ code, requests }).toEqual({ code: 2, requests: [] });
    expect(error).toMatch(/config\.json, is not understood/);
  });
});
