import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox as run } from '../fixtures/farebox.js';

const key = 'sk-canary-0123456789-wxyz';
let configFolder: string;
beforeEach(() => {
  configFolder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(configFolder, { recursive: true }));

const farebox = async (argv: readonly string[], options: FakeIoOptions = {}) => {
  const result = await run(argv, { configFolder, ...options });
  expect(result.out + result.error).not.toContain(key.slice(0, -4));
  return result;
};
const set = (...where: string[]) => farebox(['keys', 'set', ...where], { stdin: `${key}\n` });

describe('farebox keys set', () => {
  test.each([
    [[], 'https://api.openai.com'],
    [['anthropic'], 'https://api.anthropic.com'],
    [['ollama'], 'http://localhost:11434'],
    [['https://llm.example:8443/v1'], 'https://llm.example:8443'],
  ])('%j saves what is piped in for %s', async (where, origin) => {
    const { code, out, error } = await set(...where);
    expect({ code, out, error }).toEqual({
      code: 0,
      out: `saved for ${origin}: …wxyz\n`,
      error: '',
    });
  });

  it('asks at a terminal, and says where keys are made', async () => {
    const { code, out, error } = await farebox(['keys', 'set', 'gemini'], { typed: `${key}\n` });
    expect({ code, out }).toEqual({
      code: 0,
      out: 'saved for https://generativelanguage.googleapis.com: …wxyz\n',
    });
    expect(error).toBe('Keys of Google Gemini are made at https://aistudio.google.com/apikey\n');
  });

  test.each([
    ['behind the provider', ['anthropic', 'canary-of-no-known-kind']],
    ['behind another command', ['path', key]],
  ])('a key %s is refused with what to do, and not repeated', async (_name, words) => {
    const argv = words[0] === 'path' ? ['keys', ...words] : ['keys', 'set', ...words];
    const { code, error } = await farebox(argv);
    expect(code).toBe(2);
    expect(error).toContain('There is a key on the command line');
    expect(error).not.toContain('canary');
  });

  test.each(['localhost:8080', 'llm.example', 'llm.example/v1'])(
    'an address without its beginning is told so: %s',
    async (where) => {
      expect((await set(where)).error).toContain(`as in https://${where}.`);
    },
  );

  it('says which key it puts another in the place of', async () => {
    await set();
    const { out } = await farebox(['keys', 'set'], { stdin: 'sk-another-0123456789-abcd' });
    expect(out).toBe('saved for https://api.openai.com: …abcd, in place of …wxyz\n');
  });

  test.each([
    ['nothing', '', /The key is empty; nothing was saved/],
    ['a key in two lines', 'sk-canary\nabc', /has a line end in it/],
    ['a key in quotes', `"${key}"`, /has a quote in it/],
  ])('refuses %s', async (_name, stdin, message) => {
    const { code, error } = await farebox(['keys', 'set'], { stdin });
    expect(code).toBe(2);
    expect(error).toMatch(message);
    expect(readdirSync(configFolder)).toEqual([]);
  });

  it('does not wait where there is neither a terminal nor a pipe', async () => {
    const { code, error } = await farebox(['keys', 'set'], { stdin: 'none' });
    expect(code).toBe(2);
    expect(error).toMatch(/no terminal to ask at.*\n {2}fix: Pipe the key in/);
  });

  test.each([
    [['keys', 'set', key]],
    [['keys', 'set', 'AIzaSyCanary0123456789abcdefghijklmnopq']],
    [['keys', 'set', '0123456789abcdef0123456789abcdef']],
    [['keys', 'set', '--key', key]],
    [['keys', 'set', `--key=${key}`]],
    [['keys', 'set', 'openai', '--api-key', key]],
    [['--key', key, 'Hi']],
    [[`--api-key=${key}`, 'Hi']],
  ])('never takes a key from the command line: %#', async (argv) => {
    const { code, out, error } = await farebox(argv, { stdin: 'sk-piped-0123456789-0123' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/There is a key on the command line, where every process/);
    expect(error).toMatch(/\n {2}fix: Make a new key at the provider/);
    expect(error).not.toMatch(/Canary|0123456789/);
    expect(readdirSync(configFolder)).toEqual([]);
  });

  test.each([
    ['antropic', /"antropic" is no provider and no address\.\n {2}fix: The nearest are anthropic/],
    ['azure', /Azure OpenAI has no address of its own.*\n {2}fix: Give yours/],
    ['https://user:pass@llm.example', /The address has a user name or password in it/],
    ['ftp://llm.example', /The address is not an http or https address/],
  ])('refuses %s as a place', async (where, message) => {
    const { code, error } = await set(where);
    expect(code).toBe(2);
    expect(error).toMatch(message);
    expect(error).not.toContain('pass@');
  });
});

describe('farebox keys list', () => {
  it('shows the address, the end of the key and the day, also as JSON', async () => {
    await set();
    await set('http://localhost:8000/v1');
    const table = (await farebox(['keys', 'list'])).out;
    expect(table).toMatch(
      /^address +key +saved\nhttp:\/\/localhost:8000 +…wxyz +20\d\d-\d\d-\d\d\n/,
    );
    expect((await farebox(['keys'])).out).toBe(table);
    const { folder, keys } = JSON.parse((await farebox(['keys', 'list', '--json'])).out);
    expect(folder).toBe(join(configFolder, 'keys'));
    expect(keys).toContainEqual({
      origin: 'https://api.openai.com',
      end: '…wxyz',
      savedOn: expect.any(String),
    });
  });

  it('shows nothing of a key that is so short that four characters would be much of it', async () => {
    await farebox(['keys', 'set'], { stdin: 'sk-0123456789abcdef' });
    expect((await farebox(['keys', 'list'])).out).toMatch(/ … /);
  });

  it('says how to save one where there is none', async () => {
    const { code, out, error } = await farebox(['keys', 'list']);
    expect({ code, out, error }).toEqual({
      code: 0,
      out: '',
      error: 'farebox: no key is saved. To save one: farebox keys set\n',
    });
  });
});

describe('farebox keys rm', () => {
  it('forgets the key for an address, and knows when there is none', async () => {
    await set('mistral');
    const rm = () => farebox(['keys', 'rm', 'https://api.mistral.ai/v1']);
    expect(await rm()).toMatchObject({
      code: 0,
      out: 'forgotten: the key for https://api.mistral.ai\n',
    });
    expect(await rm()).toMatchObject({
      code: 2,
      error: expect.stringContaining('No key is saved for'),
    });
  });
});

it('prints where the keys are', async () => {
  expect((await farebox(['keys', 'path'])).out).toBe(`${join(configFolder, 'keys')}\n`);
});

describe('a saved key', () => {
  it('is sent where it was saved for, and nowhere else', async () => {
    const sent: (readonly [string, string | null])[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      sent.push([new URL(String(input)).origin, new Headers(init?.headers).get('authorization')]);
      return Response.json({ error: { message: 'No.' } }, { status: 400 });
    };
    const ask = (...argv: string[]) => farebox([...argv, 'Hi'], { fetch });
    await set();
    await ask();
    await ask('--base-url', 'https://api.openai.com/v2');
    await ask('--base-url', 'https://api.openai.com.evil.example/v1');
    expect(sent).toEqual([
      ['https://api.openai.com', `Bearer ${key}`],
      ['https://api.openai.com', `Bearer ${key}`],
      ['https://api.openai.com.evil.example', null],
    ]);
  });
});
