import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '@farebox/core/testing';
import { memoryLedger } from '@farebox/cost';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { fakeGit } from '../fixtures/fake-git.js';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';

const key = 'sk-canary-0123456789-wxyz';
const drawn = 'R7tQ2mZx9Kp4Wv8Ns3Bc6Yd1Hf5Jg0LaUeIoTrPw';
const environment = { OPENAI_API_KEY: key };

let base: string;
let workingFolder: string;
let configFolder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'farebox-'));
  workingFolder = join(base, 'work');
  configFolder = join(base, 'config');
  mkdirSync(workingFolder);
  mkdirSync(configFolder, { mode: 0o700 });
});
afterEach(() => rmSync(base, { recursive: true }));

interface Finding {
  readonly subject: string;
  readonly verdict: string;
  readonly what: string;
  readonly fix?: string;
}

/** An endpoint that lists these models, at the time of the clock. */
const listing =
  (models: readonly string[], headers: Record<string, string> = {}): typeof fetch =>
  async () =>
    Response.json({ data: models.map((id) => ({ id })) }, { headers });

const everythingWell: FakeIoOptions = {
  environment,
  fetch: listing(['gpt-4o-mini', 'gpt-4o']),
  git: fakeGit(),
};

async function examine(options: FakeIoOptions = {}, argv: readonly string[] = []) {
  const around = { ...everythingWell, workingFolder, configFolder, ...options };
  const { code, out, error } = await farebox(['doctor', '--json', ...argv], around);
  expect(error).toBe('');
  expect(out).not.toContain('canary');
  expect(out).not.toContain(drawn);
  const { verdict, findings } = JSON.parse(out) as { verdict: string; findings: Finding[] };
  const about = (subject: string) => findings.filter((finding) => finding.subject === subject);
  return { code, verdict, findings, about };
}

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
  const around = { workingFolder, configFolder, git: fakeGit(), terminal: true, columns: 60 };
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
    const dotEnv = `OPENAI_API_KEY=${key}`;
    const fromDotEnv = await examine({ environment: {}, dotEnv });
    expect(fromDotEnv.about('key')[0]?.what).toMatch(/^…wxyz, from OPENAI_API_KEY in \.env/);
    await farebox(['keys', 'set'], { configFolder, stdin: key });
    const saved = await examine({ environment: {} });
    expect(saved.about('key')[0]?.what).toMatch(/^…wxyz, saved with farebox keys, for https/);
  });

  it('is that of the provider who is named, or set', async () => {
    const environment = { ANTHROPIC_API_KEY: key };
    const fetch = listing(['claude-opus-4-1']);
    const argv = ['--provider', 'anthropic', '-m', 'claude-opus-4-1'];
    const named = await examine({ environment, fetch }, argv);
    expect(named.about('key')[0]?.what).toBe(
      '…wxyz, from ANTHROPIC_API_KEY in the environment, for https://api.anthropic.com',
    );
    expect(named.about('price')[0]?.what).toMatch(/\(anthropic, checked/);
    await farebox(['config', 'set', 'provider', 'anthropic'], { configFolder });
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
    await farebox(['keys', 'set'], { configFolder, stdin: key });
    const file = join(configFolder, 'keys', 'https%3A%2F%2Fapi.openai.com.json');
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
    expect(asked).toEqual([['https://api.openai.com/v1/models', `Bearer ${key}`, 'manual']]);
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
    const { fetch: _, ...others } = everythingWell;
    const { out } = await farebox(['doctor', '--json'], {
      ...others,
      workingFolder,
      configFolder,
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

describe('.env', () => {
  const write = (text: string) => writeFileSync(join(workingFolder, '.env'), text, { mode: 0o600 });
  const withKey = `OPENAI_API_KEY=${key}\n`;
  const judged = async (options: FakeIoOptions, text = withKey) => {
    write(text);
    const { about } = await examine({ dotEnv: text, ...options });
    return about('.env').map(({ verdict, what }) => `${verdict}: ${what}`);
  };

  it('is well where there is none, git ignores it, or there is no repository', async () => {
    expect((await examine()).about('.env')[0]?.what).toBe('there is none in this folder');
    expect(await judged({ git: fakeGit({ ignored: ['.env'] }) })).toEqual(['ok: git ignores it']);
    expect(await judged({ git: fakeGit() })).toEqual(['ok: it is in no git repository']);
    expect(await judged({ git: async () => undefined })).toEqual([
      'ok: it is in no git repository',
    ]);
  });

  it('is a problem where git may take it, or has it, and a key is in it', async () => {
    expect(await judged({ git: fakeGit({}) })).toEqual([
      'problem: git does not ignore it, with a key in it, so the next commit may have it',
    ]);
    expect(await judged({ git: fakeGit({ tracked: ['.env'] }) })).toEqual([
      'problem: git tracks it, with a key in it',
    ]);
    expect(await judged({ git: fakeGit({}) }, 'PORT=1\n')).toEqual([
      'warning: git does not ignore it, so the next commit may have it',
    ]);
  });

  it('is a warning where there is a repository and no git to ask', async () => {
    mkdirSync(join(workingFolder, '.git'));
    expect(await judged({ git: async () => undefined })).toEqual([
      'warning: there is no git here to ask whether it is ignored',
    ]);
  });

  it('with a key in it, that others can read, is a warning', async () => {
    write(withKey);
    chmodSync(join(workingFolder, '.env'), 0o644);
    const { about } = await examine({ dotEnv: withKey });
    expect(about('.env')[1]).toMatchObject({ verdict: 'warning', fix: 'chmod 600 .env' });
  });
});

describe('tracked files', () => {
  const write = (name: string, text: string | Buffer) =>
    writeFileSync(join(workingFolder, name), text);
  const tracking = (...tracked: string[]) => ({ git: fakeGit({ tracked }) });

  it('with a key in them are a problem, told by file and line', async () => {
    write('config.js', `\nconst key = 'sk-proj-${drawn}';\n`);
    write('notes.md', `one\n${key}\n`);
    write('untracked.js', `sk-proj-${drawn}`);
    const { code, about } = await examine(tracking('config.js', 'notes.md', 'gone.js'));
    expect(code).toBe(1);
    expect(about('tracked files')[0]).toMatchObject({
      verdict: 'problem',
      what: 'by the look of it, keys are in config.js:2 (OpenAI), notes.md:2 (the one in use here)',
    });
  });

  it('that are binary or large are not looked at, and links are not followed', async () => {
    write('picture.png', Buffer.from(`\0sk-proj-${drawn}`));
    write('large.txt', `${'x'.repeat(1024 * 1024)}sk-proj-${drawn}`);
    const [finding] = (await examine(tracking('picture.png', 'large.txt'))).about('tracked files');
    expect(finding).toMatchObject({ verdict: 'ok', what: 'no key in 2 files' });
  });

  it('shows five places, and how many more there are', async () => {
    write('many.txt', `sk-proj-${drawn}\n`.repeat(8));
    const [finding] = (await examine(tracking('many.txt'))).about('tracked files');
    expect(finding?.what).toMatch(/many\.txt:5 \(OpenAI\) and 3 more$/);
  });

  it('are not looked at without git, which is said', async () => {
    const { code, about } = await examine({ git: async () => undefined });
    expect(code).toBe(0);
    expect(about('tracked files')[0]).toMatchObject({
      verdict: 'warning',
      fix: expect.stringMatching(/Install git/),
    });
  });
});

describe('the state', () => {
  it('is well before there is any, and when its books add up', async () => {
    const before = await examine({ stateFolder: join(base, 'state') });
    expect(before.about('state folder')[0]?.what).toMatch(/, made with the first receipt$/);
    expect(before.about('ledger')[0]?.what).toBe('no receipts yet');
  });

  it('with what is no ledger in its place is a problem', async () => {
    const stateFolder = join(base, 'state');
    mkdirSync(stateFolder, { mode: 0o700 });
    writeFileSync(join(stateFolder, 'ledger.db'), 'no ledger');
    const { code, about } = await examine({ stateFolder });
    expect(code).toBe(1);
    expect(about('ledger')[0]).toMatchObject({
      verdict: 'problem',
      fix: expect.any(String),
    });
  });

  it('whose books do not add up is a problem', async () => {
    const ledger = { ...memoryLedger(), check: async () => ['user: 3 held, 4 known', 'and so'] };
    const [finding] = (await examine({ ledger })).about('ledger');
    expect(finding).toMatchObject({
      verdict: 'problem',
      what: expect.stringMatching(/is damaged: user: 3 held, 4 known, and 1 more/),
    });
  });

  it('with a budget that cannot be read is a problem', async () => {
    const stateFolder = join(base, 'state');
    mkdirSync(join(stateFolder, 'budgets'), { recursive: true, mode: 0o700 });
    writeFileSync(join(stateFolder, 'budgets', 'user.day.json'), '{');
    expect((await examine({ stateFolder })).about('budgets')[0]?.verdict).toBe('problem');
  });

  it('that others can read is a warning', async () => {
    const stateFolder = join(base, 'state');
    mkdirSync(stateFolder);
    chmodSync(stateFolder, 0o755);
    const { about } = await examine({ stateFolder });
    expect(about('state folder')[0]).toMatchObject({
      verdict: 'warning',
      fix: expect.stringContaining(`chmod 700 '${stateFolder}'`),
    });
  });
});

describe('this machine', () => {
  test.each([
    ['22.12.0', 'problem'],
    ['20.20.2', 'problem'],
    ['22.13.0', 'ok'],
    ['24.0.0', 'ok'],
  ])('Node %s: %s', async (nodeVersion, verdict) => {
    expect((await examine({ nodeVersion })).about('Node')[0]?.verdict).toBe(verdict);
  });

  test.each([
    [{}, 'ok: 80 columns, colours'],
    [{ NO_COLOR: '1' }, 'ok: 80 columns, no colours (NO_COLOR)'],
    [{ TERM: 'dumb' }, 'ok: TERM=dumb: an answer is printed without colours and Markdown'],
    [{ LANG: 'C.UTF-8' }, 'ok: 80 columns, colours'],
    [{ LANG: 'de_DE.ISO-8859-1' }, 'warning: 80 columns, colours, and a locale without UTF-8'],
  ])('a terminal with %j: %s', async (variables, expected) => {
    const around = { terminal: true, environment: { ...environment, ...variables } };
    const [finding] = (await examine(around)).about('terminal');
    expect(`${finding?.verdict}: ${finding?.what}`).toBe(expected);
  });

  it('settings that cannot be used are a problem, told once', async () => {
    writeFileSync(join(configFolder, 'config.json'), '{"modle":"x"}');
    const { code, findings } = await examine();
    expect(code).toBe(1);
    const problems = findings.filter(({ verdict }) => verdict === 'problem');
    expect(problems.map(({ subject }) => subject)).toEqual(['settings']);
  });

  it('settings choose the model that is looked for', async () => {
    await farebox(['config', 'set', 'model', 'gpt-4o'], { configFolder });
    expect((await examine()).about('price')[0]?.what).toMatch(/^gpt-4o costs/);
    expect((await examine({}, ['-m', 'gpt-5'])).about('price')[0]?.what).toMatch(/^gpt-5 costs/);
    expect((await examine()).about('settings')[0]?.what).toBe('model');
  });
});
