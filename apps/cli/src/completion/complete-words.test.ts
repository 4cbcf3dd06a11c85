import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@farebox/simulator';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { commandNames, subcommandsOf } from '../command-list.js';
import { type FakeIoOptions, fakeIo } from '../fixtures/fake-io.js';
import { farebox } from '../fixtures/farebox.js';
import { commandAt } from './command-tree.js';
import { completeWords } from './complete-words.js';

let folder: string;
let around: FakeIoOptions;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farebox-'));
  around = { configFolder: folder, stateFolder: folder };
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The words that may come next; the last of these is the one that is being typed. */
async function next(...words: readonly string[]): Promise<readonly string[] | 'files'> {
  const completion = await completeWords(words, fakeIo(around));
  return completion === 'files' ? completion : completion.map(({ value }) => value);
}

describe('the first word', () => {
  it('is a command, with what it is for', async () => {
    expect(await next('')).toEqual([...commandNames, 'help']);
    expect(await next()).toEqual([...commandNames, 'help']);
    expect(await next('es')).toEqual(['estimate']);
    expect(await completeWords(['spe'], fakeIo())).toEqual([
      { value: 'spend', description: 'what was spent: by day, model, session or tag' },
    ]);
  });

  it('or an option of ask', async () => {
    expect(await next('--mod')).toEqual(['--model']);
  });
});

describe('after a command', () => {
  it('are its own commands', async () => {
    expect(await next('budget', '')).toEqual(['set', 'show', 'rm', 'reopen']);
    expect(await next('config', 'un')).toEqual(['unset']);
    expect(await next('help', 'bu')).toEqual(['budget']);
    expect(await next('help', 'budget', 's')).toEqual(['set', 'show']);
  });

  it('are its options, but those that stand there', async () => {
    expect(await next('budget', 'set', '--p')).toEqual(['--per', '--project']);
    expect(await next('budget', 'set', '--per', 'day', '--p')).toEqual(['--project']);
    expect(await next('spend', '--he')).toEqual(['--help']);
  });

  it('are none behind a double dash', async () => {
    expect(await next('--', '--mod')).toEqual([]);
  });
});

test.each<[string[], readonly string[]]>([
  [
    ['budget', 'set', '5', '--per', ''],
    ['call', 'session', 'hour', 'day', 'week', 'month', 'total'],
  ],
  [['--on-truncated', 're'], ['restart']],
  [['--on-truncated=re'], ['--on-truncated=restart']],
  [
    ['spend', '--by', 'm'],
    ['month', 'model'],
  ],
  [['-m', 'gpt-4o-mini-tra'], ['gpt-4o-mini-transcribe']],
  [['--model=gpt-4o-mini-tra'], ['--model=gpt-4o-mini-transcribe']],
  [['--provider', 'anth'], ['anthropic']],
  [
    ['-o', 'top'],
    ['top_p=', 'top_logprobs='],
  ],
  [
    ['-o', 'verbosity='],
    ['verbosity=low', 'verbosity=medium', 'verbosity=high'],
  ],
  [['--option=verbosity=h'], ['--option=verbosity=high']],
  [['-o', 'seed=1'], []],
  [
    ['simulate', '--fault', 'cu'],
    ['cut', 'cut-in-event', 'cut-in-chunk'],
  ],
  [['--provider', 'ollama', '-m', ''], []],
  [['price', 'gpt-4o-mini-tra'], ['gpt-4o-mini-transcribe']],
  [['-r', 'tr'], ['translator:']],
  [['errors', 'time'], ['timeout']],
  [['keys', 'set', 'gem'], ['gemini']],
  [['config', 'get', 'co'], ['color']],
  [
    ['config', 'set', 'color', ''],
    ['auto', 'always', 'never'],
  ],
  [['config', 'set', 'provider', 'mis'], ['mistral']],
  [['completion', 'po'], ['powershell']],
  [['--max-tokens', ''], []],
  [['a', 'prompt', 'sp'], []],
])('%j may become %j', async (words, expected) => {
  expect(await next(...words)).toEqual(expected);
});

it('knows the models of the provider that stands on the line', async () => {
  expect(await next('--provider', 'anthropic', '-m', 'claude-opus-4-1')).toEqual([
    'claude-opus-4-1',
  ]);
  expect(await next('-m', 'claude')).toEqual([]);
});

it('leaves the names of files to the shell', async () => {
  expect(await next('-f', '')).toBe('files');
  expect(await next('--attach', 'pic')).toBe('files');
  expect(await next('logs', 'export', '--output', '')).toBe('files');
});

it('knows the sessions of the log, the newest first, also where none has a budget', async () => {
  const fetch = simulate({ seed: 1 }).fetch;
  const environment = { OPENAI_BASE_URL: 'http://provider.test/v1' };
  const asked = { ...around, fetch, environment };
  await farebox(['--session', 'thesis', 'Hi'], asked);
  await farebox(['--session', 'review', 'Hi'], asked);
  await farebox(['--session', 'thesis', 'Hi'], asked);
  await farebox(['budget', 'set', '1', '--session', 'limited'], around);
  expect(await next('--session', '')).toEqual(['limited', 'thesis', 'review']);
  expect(await next('logs', '--session', 'th')).toEqual(['thesis']);
});

it('a ledger that cannot be read keeps no session with a budget from being offered', async () => {
  await farebox(['budget', 'set', '1', '--session', 'limited'], around);
  writeFileSync(join(folder, 'ledger.db'), 'no ledger');
  expect(await next('--session', '')).toEqual(['limited']);
});

it('knows the roles, keys and sessions of this user, but none that a shell could run', async () => {
  await farebox(['role', 'add', 'haiku', 'In verse.'], around);
  expect(await next('-r', 'h')).toEqual(['haiku']);
  expect(await next('role', 'rm', '')).toEqual(['haiku']);
  await farebox(['keys', 'set', 'mistral'], { ...around, stdin: 'sk-0123456789-0123456789' });
  expect(await next('keys', 'rm', '')).toEqual(['https://api.mistral.ai']);
  await farebox(['budget', 'set', '1', '--session', 'refactor'], around);
  await farebox(['budget', 'set', '1', '--session', '$(reboot)'], around);
  await farebox(['budget', 'set', '1', '--session', 'two words'], around);
  expect(await next('--session', '')).toEqual(['refactor']);
});

const paths = commandNames.flatMap((name): [string, string | undefined][] => [
  ...(subcommandsOf(name).length === 0 ? [[name, undefined] as [string, undefined]] : []),
  ...subcommandsOf(name).map((word): [string, string] => [name, word]),
]);

test.each(paths)('every option of %s %s is offered', async (name, word) => {
  const command = await commandAt(name as (typeof commandNames)[number], word, fakeIo());
  const words = word === undefined ? [name] : [name, word];
  const offered = await next(...words, '--');
  expect(offered).toEqual([...command.options.map(({ long }) => long), '--help']);
});
