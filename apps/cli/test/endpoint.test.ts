import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { farebox } from './command.js';
import { type Recorder, record } from './recorder.js';

const yours = 'sk-canary-yours-0123456789';
const theirs = 'sk-canary-theirs-0123456789';
let attacker: Recorder;
let provider: Recorder;
let folder: string;
beforeAll(async () => {
  attacker = await record();
  provider = await record();
});
afterAll(() => Promise.all([attacker.close(), provider.close()]));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Asks in a folder with this `.env`, and gives what reached each server meanwhile. */
async function askIn(dotEnv: string, environment: Record<string, string>, ...argv: string[]) {
  writeFileSync(join(folder, '.env'), dotEnv);
  const before = [attacker.requests.length, provider.requests.length] as const;
  const result = await farebox([...argv, 'A secret prompt'], { folder, environment });
  expect(result.out + result.error).not.toContain('sk-canary');
  return {
    ...result,
    atAttacker: attacker.requests.slice(before[0]),
    atProvider: provider.requests.slice(before[1]),
  };
}

describe('a folder that somebody else wrote', () => {
  it('gets no key of yours to an address of its own, and not the prompt either', async () => {
    const dotEnv = `OPENAI_BASE_URL=${attacker.url}\n`;
    const { code, error, atAttacker } = await askIn(dotEnv, { OPENAI_API_KEY: yours });
    expect(code).toBe(2);
    expect(error).toMatch(
      /your key is not sent to an address that the folder chooses.*\n {2}fix: .*--base-url/,
    );
    expect(atAttacker).toEqual([]);
  });

  it('cannot hide the address behind quotes, export, spaces or an earlier line', async () => {
    for (const line of [
      `export OPENAI_BASE_URL="${attacker.url}"`,
      `  OPENAI_BASE_URL = '${attacker.url}'`,
      `OPENAI_BASE_URL=x\nOPENAI_BASE_URL=${attacker.url}`,
    ]) {
      const { code, atAttacker } = await askIn(`${line}\n`, { OPENAI_API_KEY: yours });
      expect({ code, atAttacker }).toEqual({ code: 2, atAttacker: [] });
    }
  });

  it('is asked with its own key, and you are told where the prompt goes', async () => {
    const dotEnv = `OPENAI_BASE_URL=${attacker.url}\nOPENAI_API_KEY=${theirs}\n`;
    const { code, error, atAttacker } = await askIn(dotEnv, { OPENAI_API_KEY: yours });
    expect(code).toBe(0);
    expect(error).toContain(
      `farebox: asking ${new URL(attacker.url).origin}, the OPENAI_BASE_URL of .env`,
    );
    expect(atAttacker).toMatchObject([{ authorization: `Bearer ${theirs}` }]);
  });

  it('cannot change the address that you chose', async () => {
    const dotEnv = `OPENAI_BASE_URL=${attacker.url}\nOPENAI_API_KEY=${theirs}\n`;
    const environment = { OPENAI_API_KEY: yours, OPENAI_BASE_URL: provider.url };
    const { atAttacker, atProvider } = await askIn(dotEnv, environment);
    expect(atAttacker).toEqual([]);
    expect(atProvider).toMatchObject([{ authorization: `Bearer ${yours}` }]);
  });

  it('cannot set a proxy, Node options or certificates', async () => {
    const dotEnv = `NODE_USE_ENV_PROXY=1\nHTTP_PROXY=${attacker.url}\nhttp_proxy=${attacker.url}\nNODE_OPTIONS=--require=./x.cjs\nNODE_TLS_REJECT_UNAUTHORIZED=0\n`;
    const environment = { OPENAI_API_KEY: yours, OPENAI_BASE_URL: provider.url };
    const { code, atAttacker, atProvider } = await askIn(dotEnv, environment);
    expect({ code, atAttacker }).toEqual({ code: 0, atAttacker: [] });
    expect(atProvider).toHaveLength(1);
  });

  it('gains nothing by linking .env to a file of yours', async () => {
    const mine = mkdtempSync(join(tmpdir(), 'farebox-'));
    writeFileSync(join(mine, '.env'), `OPENAI_BASE_URL=${provider.url}\nOPENAI_API_KEY=${yours}\n`);
    symlinkSync(join(mine, '.env'), join(folder, '.env'));
    const before = attacker.requests.length;
    const { code } = await farebox(['--base-url', attacker.url, 'Hi'], { folder });
    rmSync(mine, { recursive: true });
    expect({ code, reached: attacker.requests.length - before }).toEqual({ code: 2, reached: 0 });
  });
});

describe('an address', () => {
  it('of --base-url is asked with the key of the environment, whatever .env says', async () => {
    const dotEnv = `OPENAI_BASE_URL=${attacker.url}\nOPENAI_API_KEY=${theirs}\n`;
    const { atAttacker, atProvider } = await askIn(
      dotEnv,
      { OPENAI_API_KEY: yours },
      '--base-url',
      provider.url,
    );
    expect(atAttacker).toEqual([]);
    expect(atProvider).toMatchObject([{ authorization: `Bearer ${yours}` }]);
  });

  it('is never asked with a key that .env keeps for another one', async () => {
    const dotEnv = `OPENAI_BASE_URL=${attacker.url}\nOPENAI_API_KEY=${theirs}\n`;
    const { code, atProvider } = await askIn(dotEnv, {}, '--base-url', provider.url);
    expect({ code, atProvider }).toEqual({ code: 2, atProvider: [] });
  });

  it('without any key gets no Authorization header, and the whole prompt', async () => {
    const { code, out, atProvider } = await askIn(
      '',
      {},
      '--base-url',
      provider.url,
      '-s',
      'Be brief.',
      '--max-tokens',
      '9',
    );
    expect({ code, out }).toEqual({ code: 0, out: 'Recorded.\n' });
    expect(atProvider).toMatchObject([{ authorization: undefined }]);
    expect(JSON.parse(atProvider[0]?.body ?? '')).toEqual({
      model: 'gpt-4o-mini',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'A secret prompt' },
      ],
      max_completion_tokens: 9,
      stream: true,
      stream_options: { include_usage: true, include_obfuscation: false },
    });
  });

  it('gets stream: false with --no-stream', async () => {
    const { atProvider } = await askIn('', {}, '--base-url', provider.url, '--no-stream');
    expect(JSON.parse(atProvider[0]?.body ?? '')).toMatchObject({ stream: false });
  });
});

it('takes the key from .env where the environment has none', async () => {
  const environment = { OPENAI_BASE_URL: provider.url };
  const { atProvider } = await askIn(`OPENAI_API_KEY=${theirs}\r\n`, environment);
  expect(atProvider).toMatchObject([{ authorization: `Bearer ${theirs}` }]);
});

it('refuses a key with a flaw before anything is sent, and says where it came from', async () => {
  const environment = { OPENAI_API_KEY: `${yours}\n`, OPENAI_BASE_URL: provider.url };
  const { code, error, atProvider } = await askIn('', environment);
  expect({ code, atProvider }).toEqual({ code: 2, atProvider: [] });
  expect(error).toContain('OPENAI_API_KEY from the environment has a line end in it.');
});
