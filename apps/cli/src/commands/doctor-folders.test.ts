import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryLedger } from '@farebox/cost';
import { describe, expect, it, test } from 'vitest';
import { fakeGit } from '../fixtures/fake-git.js';
import type { FakeIoOptions } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { canaryKey, drawnKey, patient } from '../fixtures/patient.js';

const environment = { OPENAI_API_KEY: canaryKey };
const { folders, examine } = patient();

describe('.env', () => {
  const write = (text: string) => writeFileSync(join(folders.work, '.env'), text, { mode: 0o600 });
  const withKey = `OPENAI_API_KEY=${canaryKey}\n`;
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
    mkdirSync(join(folders.work, '.git'));
    expect(await judged({ git: async () => undefined })).toEqual([
      'warning: there is no git here to ask whether it is ignored',
    ]);
  });

  it('with a key in it, that others can read, is a warning', async () => {
    write(withKey);
    chmodSync(join(folders.work, '.env'), 0o644);
    const { about } = await examine({ dotEnv: withKey });
    expect(about('.env')[1]).toMatchObject({ verdict: 'warning', fix: 'chmod 600 .env' });
  });
});

describe('tracked files', () => {
  const write = (name: string, text: string | Buffer) =>
    writeFileSync(join(folders.work, name), text);
  const tracking = (...tracked: string[]) => ({ git: fakeGit({ tracked }) });

  it('with a key in them are a problem, told by file and line', async () => {
    write('config.js', `\nconst key = 'sk-proj-${drawnKey}';\n`);
    write('notes.md', `one\n${canaryKey}\n`);
    write('untracked.js', `sk-proj-${drawnKey}`);
    const { code, about } = await examine(tracking('config.js', 'notes.md', 'gone.js'));
    expect(code).toBe(1);
    expect(about('tracked files')[0]).toMatchObject({
      verdict: 'problem',
      what: 'by the look of it, keys are in config.js:2 (OpenAI), notes.md:2 (the one in use here)',
    });
  });

  it('may have made-up keys that a comment of the scanners allows, and they are counted', async () => {
    write('fixture.js', `const key = 'sk-proj-${drawnKey}'; // gitleaks:allow\n`);
    const { code, about } = await examine(tracking('fixture.js'));
    expect(code).toBe(0);
    expect(about('tracked files')[0]).toMatchObject({
      verdict: 'ok',
      what: 'no key but 1 that a comment allows in 1 file',
    });
  });

  it('that are binary or large are not looked at, and links are not followed', async () => {
    write('picture.png', Buffer.from(`\0sk-proj-${drawnKey}`));
    write('large.txt', `${'x'.repeat(1024 * 1024)}sk-proj-${drawnKey}`);
    const [finding] = (await examine(tracking('picture.png', 'large.txt'))).about('tracked files');
    expect(finding).toMatchObject({ verdict: 'ok', what: 'no key in 2 files' });
  });

  it('shows five places, and how many more there are', async () => {
    write('many.txt', `sk-proj-${drawnKey}\n`.repeat(8));
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
    const before = await examine({ stateFolder: join(folders.base, 'state') });
    expect(before.about('state folder')[0]?.what).toMatch(/, made with the first receipt$/);
    expect(before.about('ledger')[0]?.what).toBe('no receipts yet');
  });

  it('with what is no ledger in its place is a problem', async () => {
    const stateFolder = join(folders.base, 'state');
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
    const stateFolder = join(folders.base, 'state');
    mkdirSync(join(stateFolder, 'budgets'), { recursive: true, mode: 0o700 });
    writeFileSync(join(stateFolder, 'budgets', 'user.day.json'), '{');
    expect((await examine({ stateFolder })).about('budgets')[0]?.verdict).toBe('problem');
  });

  it('that others can read is a warning', async () => {
    const stateFolder = join(folders.base, 'state');
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
    writeFileSync(join(folders.config, 'config.json'), '{"modle":"x"}');
    const { code, findings } = await examine();
    expect(code).toBe(1);
    const problems = findings.filter(({ verdict }) => verdict === 'problem');
    expect(problems.map(({ subject }) => subject)).toEqual(['settings']);
  });

  it('settings choose the model that is looked for', async () => {
    await farebox(['config', 'set', 'model', 'gpt-4o'], { configFolder: folders.config });
    expect((await examine()).about('price')[0]?.what).toMatch(/^gpt-4o costs/);
    expect((await examine({}, ['-m', 'gpt-5'])).about('price')[0]?.what).toMatch(/^gpt-5 costs/);
    expect((await examine()).about('settings')[0]?.what).toBe('model');
  });
});
